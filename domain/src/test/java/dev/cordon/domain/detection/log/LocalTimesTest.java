package dev.cordon.domain.detection.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clock on the wall showed, as a moment. */
class LocalTimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-11-23T09:18:18, 2026-11-23T08:18:18Z",
        "Europe/Berlin, 2026-07-23T09:18:18, 2026-07-23T07:18:18Z",
        "Europe/Berlin, 2026-03-29T01:59:59, 2026-03-29T00:59:59Z",
        "Europe/Berlin, 2026-03-29T02:30:00, 2026-03-29T01:30:00Z",
        "Europe/Berlin, 2026-03-29T03:00:00, 2026-03-29T01:00:00Z",
        "Europe/Berlin, 2026-10-25T01:59:59, 2026-10-24T23:59:59Z",
        "Europe/Berlin, 2026-10-25T02:30:00, 2026-10-25T00:30:00Z",
        "Europe/Berlin, 2026-10-25T03:00:00, 2026-10-25T02:00:00Z",
        "Asia/Kolkata, 2026-11-23T13:48:18, 2026-11-23T08:18:18Z",
        "Australia/Lord_Howe, 2026-04-05T01:45:00, 2026-04-04T14:45:00Z",
        "Pacific/Apia, 2011-12-31T00:00:00, 2011-12-30T10:00:00Z",
        "UTC, 2026-11-23T08:18:18, 2026-11-23T08:18:18Z"
    })
    void aClockIsOfItsZone(ZoneId zone, LocalDateTime shown, Instant meant) {
        assertThat(new LocalTimes(zone).epochSecond(shown.toEpochSecond(ZoneOffset.UTC)))
                .isEqualTo(meant.getEpochSecond());
    }

    @Test
    void theHourThatIsShownTwiceHasTwoPasses() {
        var times = new LocalTimes(BERLIN);

        var moments =
                List.of("02:10", "02:59", "02:40", "02:05", "02:30", "03:01").stream()
                        .map(clock -> LocalDateTime.parse("2026-10-25T" + clock))
                        .map(shown -> times.epochSecond(shown.toEpochSecond(ZoneOffset.UTC)))
                        .map(Instant::ofEpochSecond)
                        .map(Instant::toString)
                        .toList();

        assertThat(moments)
                .containsExactly(
                        "2026-10-25T00:10:00Z",
                        "2026-10-25T00:59:00Z",
                        "2026-10-25T00:40:00Z",
                        "2026-10-25T01:05:00Z",
                        "2026-10-25T01:30:00Z",
                        "2026-10-25T02:01:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "America/Sao_Paulo",
                "Asia/Tehran",
                "Pacific/Chatham",
                "Europe/Dublin",
                "UTC",
                "+05:45"
            })
    void whatIsRememberedNeverChangesTheAnswer(String name) {
        var zone = ZoneId.of(name);
        var used = new LocalTimes(zone);
        long begin = LocalDateTime.parse("2025-12-25T00:10:00").toEpochSecond(ZoneOffset.UTC);

        for (int step = 0; step < 2_000; step++) {
            // Back and forth over more than a year, never twice in one hour.
            long local = begin + (step * 7_919L % 10_000) * 3_600;
            assertThat(used.epochSecond(local)).isEqualTo(new LocalTimes(zone).epochSecond(local));
        }
    }

    @Test
    void aSummersNightInALogIsReadInOrder() {
        var log =
                ReadLog.inZone(
                        BERLIN,
                        "nginx-error",
                        "2026/03/29 01:59:59 [error] 1#1: a",
                        "2026/03/29 03:00:00 [error] 1#1: b",
                        "2026/10/25 02:59:59 [error] 1#1: c",
                        "2026/10/25 02:00:00 [error] 1#1: d",
                        "2026/10/25 02:59:59 [error] 1#1: e",
                        "2026/10/25 03:00:00 [error] 1#1: f");

        assertThat(log.events())
                .extracting(told -> told.at().toString())
                .containsExactly(
                        "2026-03-29T00:59:59Z",
                        "2026-03-29T01:00:00Z",
                        "2026-10-25T00:59:59Z",
                        "2026-10-25T01:00:00Z",
                        "2026-10-25T01:59:59Z",
                        "2026-10-25T02:00:00Z");
    }
}
