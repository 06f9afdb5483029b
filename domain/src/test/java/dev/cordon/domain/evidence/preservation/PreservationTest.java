package dev.cordon.domain.evidence.preservation;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.domain.evidence.Acquisition;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.Subject;
import dev.cordon.domain.evidence.intake.Manifest;
import dev.cordon.domain.evidence.preservation.Answer.Why;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreservationTest {

    private static final Sha256 ANY = Sha256.of(new byte[0]);

    @Test
    void nothingIsPreservedByNothing() {
        for (var subject : List.of("file /a", "tree /a", "table t", "option o", "store")) {
            assertThat(why(Loss.of(Subject.of(subject)))).containsExactly(Why.NOTHING_HELD);
        }
    }

    @Test
    void aFileIsPreservedByItselfOrByATreeThatListsIt() {
        var loss = Loss.of(Subject.of("file /var/www/html/wp/x.php"));

        assertThat(why(loss, holding("file /var/www/html/wp/x.php"))).isEmpty();
        assertThat(why(loss, holding("file /var/www/html/wp/x.phps")))
                .containsExactly(Why.NOTHING_HELD);
        for (var path :
                List.of("wp/x.php", "./wp/x.php", "html/wp/x.php", "var/www/html/wp/x.php")) {
            assertThat(why(loss, tree("tree /var/www/html", path))).isEmpty();
        }
        assertThat(why(loss, tree("tree /", "var/www/html/wp/x.php"))).isEmpty();
        assertThat(why(loss, tree("tree /var/www/html", "wp/y.php", "../html/wp/x.php")))
                .containsExactly(Why.NOT_IN_MANIFEST);
        assertThat(why(loss, holding("tree /var/www/html"))).containsExactly(Why.NO_MANIFEST);
        assertThat(why(loss, tree("tree /var/www/htm", "l/wp/x.php")))
                .containsExactly(Why.NOTHING_HELD);
        assertThat(why(loss, holding("store"))).containsExactly(Why.NO_MANIFEST);
        assertThat(why(loss, tree("store", "wp/y.php"))).containsExactly(Why.NOT_IN_MANIFEST);
        assertThat(why(loss, tree("store", "var/www/html/wp/x.php"))).isEmpty();
    }

    @Test
    void theWordThatItIsAWholeStoreIsTakenForItsDatabaseAlone() {
        for (var subject : List.of("store", "table wp_users", "option siteurl")) {
            assertThat(why(Loss.of(Subject.of(subject)), holding("store"))).isEmpty();
        }
        assertThat(why(Loss.of(Subject.of("tree /var/www")), holding("store")))
                .containsExactly(Why.NO_MANIFEST);
    }

    @Test
    void aTreeIsPreservedByOneAboveAndNotByOneBelow() {
        var loss = Loss.of(Subject.of("tree /var/www/html"));

        assertThat(why(loss, tree("tree /var/www/html", "a"))).isEmpty();
        assertThat(why(loss, tree("tree /var/www", "html/a"))).isEmpty();
        assertThat(why(loss, tree("tree /var/www/html/wp", "a"))).containsExactly(Why.NOTHING_HELD);
        assertThat(why(loss, tree("tree /var/www/html2", "a"))).containsExactly(Why.NOTHING_HELD);
    }

    @Test
    void aTreeIsNotPreservedByOneAboveThatListsNothingOfIt() {
        var loss = Loss.of(Subject.of("tree /var/www/html"));

        for (var path : List.of("html/a", "./html/a/b", "www/html/a", "var/www/html/a")) {
            assertThat(why(loss, tree("tree /var/www", path))).isEmpty();
        }
        assertThat(why(loss, tree("tree /", "var/www/html/a"))).isEmpty();
        assertThat(why(loss, tree("tree /var/www", "logs/a", "html2/a", "html")))
                .containsExactly(Why.NOT_IN_MANIFEST);
        assertThat(why(loss, tree("tree /var/www/html"))).containsExactly(Why.NOT_IN_MANIFEST);
        assertThat(why(loss, holding("tree /var/www"))).containsExactly(Why.NO_MANIFEST);
    }

    @Test
    void anOptionIsPreservedWithTheTableOfOptions() {
        var loss = Loss.of(Subject.of("option active_plugins"));

        assertThat(why(loss, holding("table wp7_options"))).isEmpty();
        assertThat(why(loss, holding("table wp_usermeta"))).containsExactly(Why.NOTHING_HELD);
        assertThat(why(loss, holding("option siteurl"))).containsExactly(Why.NOTHING_HELD);
    }

    @Test
    void someLinesOfALogAreNotTheLog() {
        var loss = Loss.ofLog("shop", NOON, NOON.plusSeconds(60));

        assertThat(why(loss, log("excerpt shop", NOON, NOON.plusSeconds(60))))
                .containsExactly(Why.ONLY_EXCERPTS);
        assertThat(why(loss, log("log shop", null, null))).containsExactly(Why.TIME_UNKNOWN);
        assertThat(why(loss, log("log other", NOON, NOON.plusSeconds(60))))
                .containsExactly(Why.NOTHING_HELD);
    }

    @Test
    void whatWasChangedSinceIsNotPreserved() {
        var item = holding("file /a");
        var taken = item.item().acquisition().at();

        assertThat(why(new Loss(Subject.of("file /a"), null, null, taken), item)).isEmpty();
        assertThat(why(new Loss(Subject.of("file /a"), null, null, taken.plusSeconds(1)), item))
                .containsExactly(Why.CHANGED_SINCE);
    }

    /** Second by second it comes to the same. */
    @Property(tries = 2000)
    void aLogIsPreservedExactlyWhereSomeItemCoversIt(@ForAll long seed) {
        var random = new Random(seed);
        int from = random.nextInt(40);
        int to = from + random.nextInt(40);
        var items = new ArrayList<Holding>();
        var covered = new boolean[300];
        for (int i = random.nextInt(5); i > 0; i--) {
            int begin = random.nextInt(80);
            int end = begin + random.nextInt(30);
            items.add(log("log shop", at(begin), at(end)));
            for (int half = 2 * begin; half <= 2 * end; half++) {
                covered[half] = true;
            }
        }

        var answer = Preservation.of(Loss.ofLog("shop", at(from), at(to)), items);

        boolean all = true;
        for (int half = 2 * from; half <= 2 * to; half++) {
            all &= covered[half];
            var moment = NOON.plusMillis(500L * half);
            boolean inGap =
                    answer.missing().stream()
                            .anyMatch(
                                    gap -> moment.isAfter(gap.from()) && moment.isBefore(gap.to()));
            if (inGap) {
                assertThat(covered[half]).isFalse();
            }
        }
        assertThat(answer.isPreserved()).isEqualTo(all);
    }

    /** However paths are made, what is listed below a root is below it by its parts. */
    @Property(tries = 2000)
    void aFileIsPreservedByATreeExactlyIfItLiesBelowAndIsListed(@ForAll long seed) {
        var random = new Random(seed);
        var root = path(random, 3);
        var file = path(random, 5);
        boolean below = (file + "/").startsWith(root.equals("/") ? "/" : root + "/");
        boolean listed = random.nextBoolean();
        var relative =
                below
                        ? file.substring(
                                root.equals("/") ? 1 : root.length() + (file.equals(root) ? 0 : 1))
                        : "q";

        var answer =
                Preservation.of(
                        Loss.of(new Subject.FileAt(file)),
                        List.of(tree("tree " + root, listed ? relative : "elsewhere")));

        assertThat(answer.isPreserved()).isEqualTo(below && listed);
    }

    @Test
    void aWaiverCountsForItsStepAndItsLossesUntilItsEnd() {
        var loss = Loss.of(Subject.of("file /a"));
        var waiver = waiver(List.of(loss.text()), Duration.ofHours(1));

        assertThat(waiver.covers("quarantine", loss, NOON)).isTrue();
        assertThat(waiver.covers("other", loss, NOON)).isFalse();
        assertThat(waiver.covers("quarantine", Loss.of(Subject.of("file /b")), NOON)).isFalse();
        assertThat(waiver.covers("quarantine", loss, NOON.plusSeconds(3600))).isFalse();
        assertThat(waiver.covers("quarantine", loss, NOON.minusSeconds(1))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiver(List.of(loss.text()), Duration.ofHours(25)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiver(List.of(), Duration.ofHours(1)));
    }

    @Test
    void aLossIsSaidWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> Loss.of(new Subject.LogOf("shop")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Loss(Subject.of("file /a"), NOON, NOON, null));
        assertThatIllegalArgumentException().isThrownBy(() -> Loss.of(Subject.of("excerpt shop")));
    }

    private static Waiver waiver(List<String> losses, Duration lasts) {
        return new Waiver(
                new UUID(0, 1),
                EvidenceFixtures.anItem().incident(),
                new StoreId(new UUID(0, 1)),
                "quarantine",
                losses,
                "the shop is bleeding",
                RITA,
                NOON,
                NOON.plus(lasts));
    }

    private static String path(Random random, int parts) {
        var path = new StringBuilder();
        for (int i = random.nextInt(parts); i > 0; i--) {
            path.append('/').append("abc".charAt(random.nextInt(3)));
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private static List<Why> why(Loss loss, Holding... held) {
        return Preservation.of(loss, List.of(held)).missing().stream()
                .map(Answer.Gap::why)
                .toList();
    }

    private static Holding holding(String covers) {
        return of(covers, null, null, null);
    }

    private static Holding log(String covers, @Nullable Instant from, @Nullable Instant to) {
        return of(covers, from, to, null);
    }

    private static Holding tree(String covers, String... paths) {
        var entries = Stream.of(paths).map(path -> new Manifest.Entry(path, 0, ANY)).toList();
        return of(covers, null, null, new Manifest(entries));
    }

    private static Holding of(
            String covers,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Manifest manifest) {
        var acquired =
                Acquisition.now(
                        RITA, NOON, "upload", "tar", "web1", from, to, Coverage.parse(covers));
        return new Holding(EvidenceFixtures.item(EvidenceFixtures.AS_IT_CAME, acquired), manifest);
    }
}
