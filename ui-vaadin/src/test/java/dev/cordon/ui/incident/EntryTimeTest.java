package dev.cordon.ui.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Monday, 15:30 in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-23T14:30:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14:05 the host confirmed            | 2026-11-23T13:05:00Z | the host confirmed",
                "14:05 yesterday, the host confirmed | 2026-11-22T13:05:00Z | the host confirmed",
                "yesterday 14:05: the host confirmed | 2026-11-22T13:05:00Z | the host confirmed",
                "gestern um 9.15 Uhr Hoster bestätigt| 2026-11-22T08:15:00Z | Hoster bestätigt",
                "09:15 vorgestern Hoster bestätigt   | 2026-11-21T08:15:00Z | Hoster bestätigt",
                "um 14:05 Hoster bestätigt           | 2026-11-23T13:05:00Z | Hoster bestätigt",
                "2:05 pm the host confirmed          | 2026-11-23T13:05:00Z | the host confirmed",
                "12:05 am the host confirmed         | 2026-11-22T23:05:00Z | the host confirmed",
            })
    void timeAtTheBeginningSaysWhenItHappened(String typed, Instant at, String text) {
        var entry = EntryTime.read(typed, BERLIN, NOW);

        assertThat(entry).isEqualTo(new EntryTime(at, text));
    }

    @Test
    void timeThatStillLiesAheadIsYesterdays() {
        var entry = EntryTime.read("23:10 somebody logged in", BERLIN, NOW);

        assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-22T22:10:00Z"));
    }

    @Test
    void timeAcrossTheChangeOfClocksIsThatOfItsOwnDay() {
        var dayAfterTheChange = Instant.parse("2026-10-26T11:00:00Z");

        var entry = EntryTime.read("12:00 vorgestern gemeldet", BERLIN, dayAfterTheChange);

        assertThat(entry.at()).isEqualTo(Instant.parse("2026-10-24T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the host confirmed at 14:05",
                "25:61 is no time",
                "14.05.2026 is a date",
                "3 servers answer again",
                "todays backup is fine",
            })
    void whatBeginsWithNoTimeHappenedNow(String typed) {
        var entry = EntryTime.read(typed, BERLIN, NOW);

        assertThat(entry).isEqualTo(new EntryTime(null, typed));
    }
}
