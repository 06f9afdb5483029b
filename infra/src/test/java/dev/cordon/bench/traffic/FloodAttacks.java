package dev.cordon.bench.traffic;

import java.util.List;

/** More requests than the shop can answer, or all of its pages for somebody else's shop. */
final class FloodAttacks extends Attacks {

    FloodAttacks(Traffic traffic) {
        super(traffic);
    }

    @Override
    void plan() {
        times(4, i -> flood("search-flood", 0, 1, 400 + 200 * i, 3 + i));
        times(3, i -> flood("search-flood", 0, 60 + 90 * i, 6_000, 10 + 4 * i));
        times(3, i -> flood("product-flood", 1, 1, 700, 4 + i));
        times(2, i -> flood("product-flood", 2, 1, 700, 3 + 3 * i));
        times(2, i -> flood("product-flood", 1, 80 + 100 * i, 6_000, 12));
        times(2, i -> flood("product-flood", 2, 60 + 100 * i, 6_000, 12));
        times(3, this::scraping);
    }

    private void flood(String kind, int what, int addresses, int requests, double perSecond) {
        var who = traffic.addresses(addresses);
        // One tool for all of them, or each its own name.
        var agent = random.nextBoolean() ? Browsers.any(random) : "";
        double from = begin(requests / perSecond);
        double at = from;
        for (int i = 0; i < requests; i++) {
            var one = who.get(random.nextInt(addresses));
            boolean gaveWay = i > requests / 3 && random.nextInt(6) == 0;
            visitor(one, agent.isEmpty() ? Browsers.any(random) : agent, at)
                    .get(target(what), gaveWay ? 503 : 200, gaveWay ? 300 : 60_000);
            at += traffic.between(0, 2 / perSecond);
        }
        var how = List.of("search", "cache buster", "layered navigation").get(what);
        label(kind, how + ", " + addresses + " addresses", from, at, who);
    }

    private String target(int what) {
        return switch (what) {
            case 0 ->
                    random.nextInt(3) == 0
                            ? "/?s=" + Integer.toString(random.nextInt(1 << 30), 36)
                            : shop.search();
            case 1 ->
                    shop.product()
                            + shop.one(List.of("?", "?v=", "?nocache=", "?_="))
                            + (100_000_000 + random.nextInt(900_000_000));
            default -> shop.filtered() + "&filter_brand=b" + random.nextInt(90);
        };
    }

    /** The whole catalogue, one product after the other. */
    private void scraping(int number) {
        var who = traffic.addresses(number == 2 ? 4 : 1);
        double from = begin(1_300);
        double at = from;
        for (int i = 0; i < Shop.PRODUCTS; i++) {
            var one = who.get(i % who.size());
            visitor(one, Browsers.any(random), at).get(shop.product(i), 200, 60_000);
            at += traffic.between(0.1, number == 2 ? 0.4 : 0.9);
        }
        label("scraping", "catalogue, " + who.size() + " addresses", from, at, who);
    }
}
