package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log shows over time, in numbers: each line once. */
class TrafficTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void requestsAreCountedByTheMinuteAndTheHourTheyTell() {
        var log = request("08:18:18", 200) + request("08:18:59", 404) + request("08:19:00", 503);

        var traffic = traffic(reader(LogFormat.COMBINED, 0), log);

        assertThat(traffic.get(at("08:18")))
                .isEqualTo(new TrafficCounts(2, bytes(log, 0, 2), 2, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(traffic.get(at("08:19")).failed()).isEqualTo(1);
    }

    @Test
    void anHourHoldsAllOfItsMinutes() {
        var log = request("08:18:18", 200) + request("08:59:59", 302) + request("09:00:00", 200);
        var reader = reader(LogFormat.COMBINED, 0);

        feed(reader, log);

        assertThat(reader.traffic().orElseThrow().parts())
                .filteredOn(part -> part.step() == TrafficStep.HOUR)
                .extracting(Traffic.Part::from, part -> part.counts().lines())
                .containsExactly(tuple(at("08:00"), 2L), tuple(at("09:00"), 1L));
    }

    @Test
    void whatIsNotUnderstoodCountsWhereTheLatestUnderstoodLineDid() {
        var log = "rubbish before\n" + request("08:18:18", 200) + "rubbish\n\n";

        var traffic = traffic(reader(LogFormat.COMBINED, 0), log);

        assertThat(traffic.get(at("08:18")).lines()).isEqualTo(3);
        assertThat(traffic.get(at("08:18")).understood()).isEqualTo(1);
        assertThat(traffic.get(at("08:18")).bytes()).isEqualTo(log.length());
    }

    @Test
    void eventsTellOfLoginsOrdersAndPayments() {
        var log =
                event("login_failed")
                        + event("login_failed")
                        + event("login_succeeded")
                        + event("order_placed")
                        + event("order_failed")
                        + event("payment_succeeded")
                        + event("payment_failed")
                        + event("plugin_activated");

        var counts =
                traffic(reader(LogFormat.of("events"), 0), log).values().stream()
                        .reduce(TrafficCounts.NOTHING, TrafficCounts::plus);

        assertThat(counts)
                .isEqualTo(new TrafficCounts(8, log.length(), 8, 0, 0, 0, 0, 1, 2, 1, 1, 1, 1));
    }

    @Test
    void whatWasTakenIsNotCountedAgain() {
        var reader = reader(LogFormat.COMBINED, 0);
        feed(reader, request("08:18:18", 200));
        var first = reader.traffic().orElseThrow();
        feed(reader, request("08:18:19", 200));

        var second = reader.traffic().orElseThrow();

        assertThat(first.parts()).hasSize(2);
        assertThat(second.parts()).allMatch(part -> part.counts().lines() == 1);
        assertThat(reader.traffic().orElseThrow().parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverIsReadAgainAfterAKillIsCountedOnce(long seed) {
        var chance = new Random(seed);
        var log = log(chance);
        var whole = traffic(reader(LogFormat.COMBINED, 0), log);

        var stored = new TreeMap<Instant, TrafficCounts>();
        var reader = reader(LogFormat.COMBINED, 0);
        byte[] state = state(reader);
        int stateAt = 0;
        long counted = 0;
        for (int at = 0; at < log.length(); ) {
            int to = lineEnd(log, at + chance.nextInt(600));
            feed(reader, log.substring(at, to));
            at = to;
            if (chance.nextInt(3) == 0) {
                counted = store(reader, stored);
            }
            if (chance.nextInt(3) == 0) {
                counted = store(reader, stored);
                state = state(reader);
                stateAt = at;
            }
            if (chance.nextInt(4) == 0) {
                reader = reader(LogFormat.COMBINED, counted);
                reader.restore(new StateReader(state));
                at = stateAt;
            }
        }
        store(reader, stored);

        assertThat(stored).isEqualTo(whole);
    }

    @Test
    void whatWasLostIsNoTraffic() {
        var reader = reader(LogFormat.COMBINED, 0);
        feed(reader, request("08:18:18", 200));
        reader.skipTo(1_000_000);
        feed(reader, request("08:18:19", 200));

        var counts = minutes(reader.traffic().orElseThrow()).get(at("08:18"));

        assertThat(counts.lines()).isEqualTo(2);
        assertThat(counts.bytes()).isEqualTo(2L * request("08:18:18", 200).length());
    }

    @Test
    void noMoreIsHeldThanIsKept() {
        var reader = reader(LogFormat.of("events"), 0);
        long minutes = 40_000;
        for (long i = 0; i < minutes; i++) {
            feed(reader, event("order_placed", 1_700_000_000L + 60 * i));
        }

        var parts = reader.traffic().orElseThrow().parts();

        assertThat(parts)
                .filteredOn(part -> part.step() == TrafficStep.MINUTE)
                .hasSize(14 * 24 * 60 + 1);
        assertThat(parts)
                .filteredOn(part -> part.step() == TrafficStep.HOUR)
                .extracting(part -> part.counts().orders())
                .satisfies(
                        orders ->
                                assertThat(orders.stream().mapToLong(Long::longValue).sum())
                                        .isEqualTo(minutes));
    }

    private static long store(LogReader reader, TreeMap<Instant, TrafficCounts> stored) {
        reader.end();
        var traffic = reader.traffic().orElseThrow();
        minutes(traffic).forEach((at, counts) -> stored.merge(at, counts, TrafficCounts::plus));
        return traffic.to();
    }

    private static byte[] state(LogReader reader) {
        reader.end();
        var to = new StateWriter();
        reader.save(to);
        return to.toBytes();
    }

    /** Some minutes, not all in order, with lines among them that say nothing. */
    private static String log(Random chance) {
        var log = new StringBuilder(request("08:00:00", 200));
        for (int i = 0; i < 200; i++) {
            log.append(
                    switch (chance.nextInt(6)) {
                        case 0 -> "rubbish " + "x".repeat(chance.nextInt(50)) + "\n";
                        case 1 -> "\n";
                        case 2 -> "y".repeat(5_000) + "\n";
                        default ->
                                request(
                                        "08:%02d:%02d".formatted(i / 30, chance.nextInt(60)),
                                        100 * (1 + chance.nextInt(5)));
                    });
        }
        return log.toString();
    }

    private static int lineEnd(String log, int at) {
        int end = log.indexOf('\n', at);
        return end < 0 ? log.length() : end + 1;
    }

    private static Map<Instant, TrafficCounts> traffic(LogReader reader, String log) {
        feed(reader, log);
        reader.end();
        return minutes(reader.traffic().orElseThrow());
    }

    private static Map<Instant, TrafficCounts> minutes(Traffic traffic) {
        var minutes = new TreeMap<Instant, TrafficCounts>();
        traffic.parts().stream()
                .filter(part -> part.step() == TrafficStep.MINUTE)
                .forEach(part -> minutes.put(part.from(), part.counts()));
        return minutes;
    }

    private static void feed(LogReader reader, String lines) {
        byte[] bytes = lines.getBytes(UTF_8);
        reader.feed(bytes, 0, bytes.length, NOW);
    }

    private static LogReader reader(LogFormat format, long countedTo) {
        var reader = new LogReader(format, ZoneOffset.UTC, 4_096, Duration.ofDays(1_000), _ -> {});
        reader.countTraffic(countedTo);
        return reader;
    }

    private static String request(String time, int status) {
        return ("198.51.100.43 - - [23/Nov/2026:%s +0000] \"GET / HTTP/1.1\" %d 5 \"-\" \"-\"\n")
                .formatted(time, status);
    }

    private static String event(String name) {
        return event(name, 1_795_421_898L);
    }

    private static String event(String name, long time) {
        return "{\"ts\":%d,\"event\":\"%s\",\"ip\":\"198.51.100.7\"}\n".formatted(time, name);
    }

    private static long bytes(String log, int from, int lines) {
        return log.lines().skip(from).limit(lines).mapToLong(line -> line.length() + 1).sum();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-23T" + time + ":00Z");
    }
}
