package dev.cordon.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrafficTest {

    private static final int LINES = 700_000;
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    @TempDir static Path folder;
    private static long lines;
    private static long rejected;
    private static boolean inOrder = true;
    private static final Map<Address, TreeSet<Long>> SEEN = new HashMap<>();
    private static List<JsonNode> labels = List.of();

    @BeforeAll
    static void makeADay() throws IOException {
        Traffic.write(LINES, 7, folder);
        labels = labels(folder);
        var attackers =
                labels.stream()
                        .flatMap(label -> addresses(label).stream())
                        .collect(Collectors.toSet());
        var latest = new long[1];
        var reader =
                new LogReader(
                        LogFormat.COMBINED,
                        ZoneOffset.UTC,
                        64 * 1024,
                        Duration.ZERO,
                        event -> {
                            inOrder &= event.epochSecond() >= latest[0];
                            latest[0] = event.epochSecond();
                            if (attackers.contains(event.address())) {
                                SEEN.computeIfAbsent(event.address(), _ -> new TreeSet<>())
                                        .add(event.epochSecond());
                            }
                        });
        var bytes = Files.readAllBytes(folder.resolve("access.log"));
        reader.feed(bytes, 0, bytes.length, NOW);
        lines = reader.counts(0).lines();
        rejected = reader.counts(0).rejectedLines();
    }

    @Test
    void theSameSeedMakesTheSameDayAndAnotherSeedAnother() throws IOException {
        Traffic.write(LINES, 7, folder.resolve("again"));
        Traffic.write(LINES, 8, folder.resolve("other"));

        assertThat(folder.resolve("again/access.log"))
                .hasSameBinaryContentAs(folder.resolve("access.log"));
        assertThat(folder.resolve("again/labels.json"))
                .hasSameBinaryContentAs(folder.resolve("labels.json"));
        assertThat(Files.mismatch(folder.resolve("other/access.log"), folder.resolve("access.log")))
                .isNotNegative();
    }

    @Test
    void asManyLinesAreMadeAsWereAskedForAndAllAreUnderstoodInOrder() {
        assertThat((double) lines).isCloseTo(LINES, within(LINES * 0.03));
        assertThat(rejected).isZero();
        assertThat(inOrder).isTrue();
    }

    @Test
    void whoeverALabelNamesWasThereAtThatTime() {
        for (var label : labels) {
            long from = Instant.parse(label.required("start").asString()).getEpochSecond();
            long to = Instant.parse(label.required("end").asString()).getEpochSecond();
            for (var address : addresses(label)) {
                assertThat(SEEN.getOrDefault(address, new TreeSet<>()).subSet(from, to + 1))
                        .as("%s at %s", address, label)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void everyAttackHasAKindAndEveryOtherNone() {
        for (var label : labels) {
            var kind = label.required("kind").asString();
            if (label.required("malicious").asBoolean()) {
                assertThat(AttackKind.labelled(kind)).as(kind).isPresent();
            } else {
                assertThat(kind).isEqualTo("benign");
            }
        }
        assertThat(labels.stream().filter(each -> each.required("malicious").asBoolean()).count())
                .isGreaterThan(100);
    }

    @Test
    void attackersAreFewAmongMany() {
        long attacking =
                labels.stream()
                        .filter(each -> each.required("malicious").asBoolean())
                        .flatMap(each -> addresses(each).stream())
                        .distinct()
                        .count();

        assertThat(attacking).isBetween(1_000L, 5_000L);
    }

    private static List<JsonNode> labels(Path folder) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("labels.json")))
                .required("attacks")
                .valueStream()
                .toList();
    }

    private static List<Address> addresses(JsonNode label) {
        return label.required("attacker_ips")
                .valueStream()
                .map(each -> Address.of(each.asString()).orElseThrow())
                .toList();
    }
}
