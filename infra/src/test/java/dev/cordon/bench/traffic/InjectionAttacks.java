package dev.cordon.bench.traffic;

import java.util.List;
import java.util.function.Supplier;

/** Data that means to be code: in queries, paths, the Store API and headers; fast and slow. */
final class InjectionAttacks extends Attacks {

    private static final List<String> DOORS =
            List.of(
                    "/?s=%s&post_type=product",
                    "/shop/?orderby=%s",
                    "/shop/?min_price=%s&max_price=90",
                    "/product-category/sale/?filter_color=%s",
                    "/?add-to-cart=%s",
                    "/?p=%s",
                    "/wp-admin/admin-ajax.php?action=load_more&offset=%s",
                    "/?wc-ajax=get_variation&product_id=%s");
    private static final List<String> STORE_API =
            List.of(
                    "/wp-json/wc/store/v1/products?search=%s",
                    "/wp-json/wc/store/v1/products?min_price=%s",
                    "/wp-json/wc/store/v1/products?category=%s&per_page=10",
                    "/?rest_route=/wc/store/v1/products&search=%s",
                    "/wp-json/wc/store/v1/products/collection-data?calculate_attribute_counts[0][taxonomy]=%s");

    private final Payloads payloads;

    InjectionAttacks(Traffic traffic) {
        super(traffic);
        this.payloads = new Payloads(random);
    }

    @Override
    void plan() {
        times(5, i -> campaign("sql-injection", "fast", DOORS, payloads::sql, 60, 0.2, 3, 1));
        times(3, i -> campaign("sql-injection", "slow", DOORS, payloads::sql, 16, 200, 500, 1));
        times(
                4,
                i ->
                        campaign(
                                "sql-injection",
                                "Store API",
                                STORE_API,
                                payloads::sql,
                                40,
                                0.5,
                                5,
                                1));
        times(
                3,
                i -> campaign("sql-injection", "distributed", DOORS, payloads::sql, 70, 2, 20, 14));
        times(3, i -> header("sql-injection", payloads::sql));
        times(
                4,
                i ->
                        campaign(
                                "cross-site-scripting",
                                "fast",
                                DOORS,
                                payloads::markup,
                                25,
                                1,
                                8,
                                1));
        times(
                1,
                i ->
                        campaign(
                                "cross-site-scripting",
                                "slow",
                                DOORS,
                                payloads::markup,
                                10,
                                200,
                                500,
                                1));
        times(5, i -> campaign("code-injection", "fast", DOORS, payloads::code, 25, 1, 8, 1));
        times(1, i -> campaign("code-injection", "slow", DOORS, payloads::code, 10, 200, 500, 1));
        times(1, i -> header("code-injection", payloads::code));
        times(2, this::traversal);
    }

    private void campaign(
            String kind,
            String how,
            List<String> doors,
            Supplier<String> payload,
            int count,
            double least,
            double most,
            int addresses) {
        var who = traffic.addresses(addresses);
        var door = shop.one(doors);
        var agent = Browsers.any(random);
        int disguise = random.nextInt(Payloads.disguises());
        double from = begin(count * most);
        double at = from;
        disguise(visitor(who.getFirst(), agent, at - 20), 3);
        for (int i = 0; i < count; i++) {
            int status = random.nextInt(12) == 0 ? 500 : random.nextInt(12) == 0 ? 403 : 200;
            var target = door.replace("%s", payloads.disguised(payload.get(), disguise));
            visitor(who.get(i % addresses), agent, at).get(target, status, 40_000);
            at += traffic.between(least, most);
        }
        label(kind, how + ", disguise " + disguise + ", " + door.replace("\"", ""), from, at, who);
    }

    /** In what browsers say about themselves. */
    private void header(String kind, Supplier<String> payload) {
        var who = traffic.address();
        double from = begin(600);
        double at = from;
        for (int i = 0; i < 24; i++) {
            var text = payload.get().replace("\"", "\\x22").replace("\\'", "'");
            var agent = i % 2 == 0 ? Browsers.any(random) : "Mozilla/5.0 " + text;
            visitor(who, agent, at)
                    .cameFrom(i % 2 == 0 ? Shop.HOST + "/?ref=" + payloads.disguised(text, 1) : "-")
                    .get(shop.product(), 200, 60_000);
            at += traffic.between(1, 20);
        }
        label(kind, "headers", from, at, List.of(who));
    }

    /** Through plugins that hand out files. */
    private void traversal(int number) {
        var who = visitor(traffic.address(), begin(300));
        double from = who.now();
        for (int i = 0; i < 20; i++) {
            var path = "../".repeat(1 + i % 8) + (i % 2 == 0 ? "wp-config.php" : "etc/passwd");
            var target =
                    number == 0
                            ? "/wp-content/plugins/old-backup/download.php?file=" + path
                            : "/static/" + path.replace("../", "%2e%2e/");
            who.anonymous().get(target, number == 0 ? 404 : 400, 300).pause(0.5, 9);
        }
        label("code-injection", "paths", from, who.now(), List.of(who.address()));
    }
}
