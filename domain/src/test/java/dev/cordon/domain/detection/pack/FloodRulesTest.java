package dev.cordon.domain.detection.pack;

import static dev.cordon.domain.detection.AlertSeverity.HIGH;
import static dev.cordon.domain.detection.AlertSeverity.LOW;
import static dev.cordon.domain.detection.AlertSeverity.MEDIUM;
import static dev.cordon.domain.detection.AttackKind.PRODUCT_FLOOD;
import static dev.cordon.domain.detection.AttackKind.SCRAPING;
import static dev.cordon.domain.detection.AttackKind.SEARCH_FLOOD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.engine.LogBuilder;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;

class FloodRulesTest extends RuleFileTest {

    private static final String SEARCH = "/?s=mug%d&post_type=product";
    private static final String FILTER =
            "/shop/?filter_color=blue&min_price=%d&query_type_color=or";
    private static final int HALF_AN_HOUR = 30;

    @Override
    String file() {
        return "flood.yml";
    }

    @Override
    List<RuleCase> cases() {
        return List.of(
                RuleCase.of("search-flood", SEARCH_FLOOD, MEDIUM)
                        .attack("three in two seconds", often(SEARCH, 90, 660), STRANGER)
                        .harmless("a box that searches at every key", often(SEARCH, 250, 800)),
                RuleCase.of("search-flood-fast", SEARCH_FLOOD, MEDIUM)
                        .attack(
                                "three a second, by a browser that is steered",
                                often(SEARCH, 70, 333).browses(STRANGER, 0, "/"),
                                STRANGER)
                        .harmless(
                                "an office that types",
                                often(SEARCH, 250, 500).browses(STRANGER, 0, "/")),
                RuleCase.of("search-flood-crowd", SEARCH_FLOOD, HIGH)
                        .attack("thirty addresses", crowd(SEARCH, 0), strangers(29))
                        .attack(
                                "in a shop that is searched by few",
                                quietBefore(SEARCH, crowd(SEARCH, HALF_AN_HOUR)),
                                strangers(29))
                        .harmless("a newsletter whose link is a search", link(SEARCH))
                        .harmless("a newsletter full of searches", newsletter(SEARCH))
                        .harmless(
                                "twice as many as usual, pictures served elsewhere", rush(SEARCH)),
                RuleCase.of("product-flood", PRODUCT_FLOOD, MEDIUM)
                        .attack("filters", often(FILTER, 90, 600), STRANGER)
                        .attack(
                                "numbers that no cache knows",
                                often("/shop/?v=17325%05d", 90, 600),
                                STRANGER)
                        .harmless("a crawler that follows filters", often(FILTER, 300, 1_000)),
                RuleCase.of("product-flood-queries", PRODUCT_FLOOD, MEDIUM)
                        .attack(
                                "words that no cache knows",
                                often("/shop/?x=word%d", 90, 400),
                                STRANGER)
                        .harmless(
                                "a crawler that follows the links of a campaign",
                                often("/product/mug-%d/?utm_source=letter", 250, 1_000)),
                RuleCase.of("product-flood-crowd", PRODUCT_FLOOD, HIGH)
                        .attack("thirty addresses", crowd(FILTER, 0), strangers(29))
                        .harmless("a newsletter whose link is filtered", link(FILTER))
                        .harmless("a flash sale", newsletter(FILTER))
                        .harmless(
                                "twice as many as usual, pictures served elsewhere", rush(FILTER)),
                RuleCase.of("scraping", SCRAPING, LOW)
                        .attack(
                                "a product every two seconds",
                                often("/product/mug-%d/", 300, 2_000),
                                STRANGER)
                        .harmless("a crawler with manners", often("/product/mug-%d/", 600, 3_000)),
                RuleCase.of("scraping-fast", SCRAPING, LOW)
                        .attack(
                                "three products a second",
                                often("/product/mug-%d/", 75, 333),
                                STRANGER)
                        .harmless(
                                "a browser that opens a whole page of products at once",
                                often("/product/mug-%d/", 48, 200).browses(STRANGER, 0, "/shop/")),
                RuleCase.of("scraping-crawler", SCRAPING, LOW)
                        .attack("two products a second", crawls(1_200, 500), STRANGER)
                        .harmless("a crawler in a hurry", crawls(1_500, 800)));
    }

    @Test
    void tenTimesTheUsualIsAFloodAlsoWherePicturesAreServedElsewhere() {
        assertThat(TestLog.access(usual(SEARCH).times(200, burst(500))).findings())
                .extracting(Finding::kind)
                .containsExactly(SEARCH_FLOOD);
        assertThat(TestLog.access(usual(SEARCH).times(120, burst(1_000))).findings()).isEmpty();
    }

    /** Fifty addresses that come again and again. */
    private static ObjIntConsumer<LogBuilder> burst(int everyMillis) {
        return (log, i) ->
                log.views(
                        "10.0.1." + i % 50,
                        60L * HALF_AN_HOUR + (long) everyMillis * i / 1_000,
                        SEARCH.formatted(i));
    }

    private static LogBuilder often(String target, int times, int everyMillis) {
        return log().times(
                        times,
                        (log, i) ->
                                log.views(
                                        STRANGER,
                                        (long) i * everyMillis / 1_000,
                                        target.formatted(i)));
    }

    private static LogBuilder crawls(int times, int everyMillis) {
        return log().agent("Mozilla/5.0 (compatible; PriceBot/2.0; +http://prices.example/bot)")
                .times(
                        times,
                        (log, i) ->
                                log.views(
                                        STRANGER,
                                        (long) i * everyMillis / 1_000,
                                        "/product/mug-" + i + "/"));
    }

    /** Twenty-nine addresses that come three times, and one that has just begun. */
    private static LogBuilder crowd(String target, int minutes) {
        return log().times(
                        3 * 29 + 1,
                        (log, i) ->
                                log.views(
                                        stranger(i < 3 * 29 ? i % 29 : 29),
                                        60L * minutes + i,
                                        target.formatted(i)));
    }

    /** Hundreds follow one link; pictures are served elsewhere. */
    private static LogBuilder link(String target) {
        return log().times(250, (log, i) -> log.views("10.0.0." + i, i / 3, target.formatted(7)));
    }

    /** A customer without a browser's signs every five minutes, before it begins. */
    private static LogBuilder quietBefore(String target, LogBuilder log) {
        return log.times(
                HALF_AN_HOUR / 5,
                (quiet, i) -> quiet.views(customer(i), 300L * i, target.formatted(i)));
    }

    private static LogBuilder newsletter(String target) {
        return log().times(
                        200,
                        (log, i) ->
                                log.browses(customer(i), i / 2, target.formatted(i))
                                        .browses(customer(i), i / 2 + 9, target.formatted(i + 1)));
    }

    /** Every visitor is one without a style: eight a minute for half an hour. */
    private static LogBuilder usual(String target) {
        return log().times(
                        8 * HALF_AN_HOUR,
                        (log, i) -> log.views("10.0.0." + i, 7L * i, target.formatted(i)));
    }

    /** Twice as many as usual. */
    private static LogBuilder rush(String target) {
        return usual(target)
                .times(
                        160,
                        (log, i) ->
                                log.views(
                                        "10.0.1." + i,
                                        60L * HALF_AN_HOUR + 3L * i,
                                        target.formatted(i)));
    }
}
