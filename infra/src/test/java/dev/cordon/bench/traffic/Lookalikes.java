package dev.cordon.bench.traffic;

import java.util.ArrayList;
import java.util.List;

/** What looks like an attack and is none. */
final class Lookalikes {

    private final Traffic traffic;
    private final Shop shop;
    private final Customers customers;

    Lookalikes(Traffic traffic) {
        this.traffic = traffic;
        this.shop = traffic.shop;
        this.customers = new Customers(traffic);
    }

    void plan() {
        for (int i = 0; i < 4; i++) {
            crawler();
        }
        for (int i = 0; i < 3; i++) {
            every("uptime monitor", 60, "HEAD", "/", 200, 0, "UptimeRobot/2.0");
        }
        webhooks();
        every(
                "ERP with an expired key",
                1.5,
                "GET",
                "/wp-json/wc/v3/orders?per_page=50&status=processing&consumer_key=ck_x&consumer_secret=cs_x",
                401,
                160,
                "ERP-Connector/3.1");
        erp();
        for (int i = 0; i < 4; i++) {
            office();
        }
        flashSale();
        newsletter();
        for (int i = 0; i < 25; i++) {
            forgetful();
            declined();
        }
        brokenTheme();
        merchant();
        feedReader();
        priceComparison();
    }

    private void crawler() {
        var who = traffic.address();
        var agent = "Mozilla/5.0 (compatible; ShopCrawler/1.0; +https://crawler.example/bot)";
        double from = traffic.between(0, 60_000);
        double at = from;
        for (int i = 0; i < 4_000; i++) {
            at += traffic.between(1.5, 6);
            var target =
                    switch (i % 6) {
                        case 0 -> shop.filtered();
                        case 1 -> shop.category();
                        case 2 ->
                                traffic.random.nextInt(25) == 0 ? "/old-page-" + i + "/" : "/shop/";
                        default -> shop.product();
                    };
            traffic.add(
                    at,
                    who,
                    "GET",
                    target,
                    target.startsWith("/old") ? 404 : 200,
                    70_000,
                    "-",
                    agent);
        }
        traffic.label("benign", "crawler", false, from, at, List.of(who));
    }

    private void every(
            String what,
            double seconds,
            String method,
            String target,
            int status,
            long size,
            String agent) {
        var who = traffic.address();
        double begin = traffic.between(0, 3_600);
        double end = status == 401 ? begin + 5_400 : Traffic.DAY;
        for (double at = begin; at < end; at += seconds) {
            traffic.add(at, who, method, target, status, size, "-", agent);
        }
        traffic.label("benign", what, false, begin, end, List.of(who));
    }

    private void webhooks() {
        var who = List.of(traffic.address(), traffic.address(), traffic.address());
        for (int burst = 0; burst < 60; burst++) {
            double at = traffic.between(0, Traffic.DAY);
            for (int i = 0; i < 12; i++) {
                traffic.add(
                        at + i * 0.4,
                        who.get(i % 3),
                        "POST",
                        "/?wc-api=wc_gateway_x",
                        200,
                        2,
                        "-",
                        "Gateway/1.0");
            }
        }
        traffic.label("benign", "payment provider's webhooks", false, 0, Traffic.DAY, who);
    }

    private void erp() {
        var who = traffic.address();
        for (double at = 30; at < Traffic.DAY; at += 300) {
            for (int page = 1; page <= 3; page++) {
                traffic.add(
                        at + page,
                        who,
                        "GET",
                        "/wp-json/wc/v3/orders?per_page=50&page=" + page + "&after=" + (long) at,
                        200,
                        90_000,
                        "-",
                        "ERP-Connector/3.1");
            }
        }
        traffic.label("benign", "ERP", false, 0, Traffic.DAY, List.of(who));
    }

    private void office() {
        var who = traffic.address();
        double from = traffic.between(25_000, 50_000);
        for (int i = 0; i < 40; i++) {
            var visit = customers.visitor(who, from + traffic.between(0, 7_200));
            visit.go();
            visit.login(traffic.random.nextInt(3) == 0 ? 1 : 0);
            if (i % 6 == 0) {
                visit.buy(traffic.random.nextInt(3) == 0 ? 1 : 0);
            }
        }
        traffic.label(
                "benign", "office behind one address", false, from, from + 9_000, List.of(who));
    }

    private void flashSale() {
        double from = traffic.between(40_000, 70_000);
        var who = new ArrayList<String>();
        for (int i = 0; i < 2_500; i++) {
            var address = traffic.address();
            who.add(address);
            var visit =
                    customers.visitor(
                            address, from + Math.abs(traffic.random.nextGaussian()) * 400);
            visit.view("/?s=" + shop.words() + "&post_type=product");
            visit.later(5);
            visit.view(shop.product());
            visit.view(shop.filtered());
            if (i % 5 == 0) {
                visit.login(i % 15 == 0 ? 1 : 0);
                visit.buy(i % 10 == 0 ? 1 : 0);
            }
        }
        traffic.label("benign", "flash sale", false, from, from + 1_800, who);
    }

    private void newsletter() {
        double from = traffic.between(20_000, 35_000);
        var who = new ArrayList<String>();
        for (int i = 0; i < 3_000; i++) {
            var address = traffic.address();
            who.add(address);
            var visit =
                    customers.visitor(
                            address, from + Math.abs(traffic.random.nextGaussian()) * 900);
            visit.view("/sale/?utm_source=newsletter&utm_medium=mail&mc_eid=" + (100_000 + i));
            visit.later(20);
            visit.view(shop.product() + "?utm_source=newsletter&mc_eid=" + (100_000 + i));
        }
        traffic.label("benign", "newsletter", false, from, from + 3_600, who);
    }

    private void forgetful() {
        var who = traffic.address();
        double from = traffic.between(20_000, 80_000);
        var visit = customers.visitor(who, from);
        visit.view("/");
        visit.login(5 + traffic.random.nextInt(4));
        traffic.label("benign", "forgetful customer", false, from, from + 400, List.of(who));
    }

    private void declined() {
        var who = traffic.address();
        double from = traffic.between(20_000, 80_000);
        var visit = customers.visitor(who, from);
        visit.view(shop.product());
        visit.buy(3 + traffic.random.nextInt(3));
        traffic.label("benign", "declined card", false, from, from + 600, List.of(who));
    }

    private void brokenTheme() {
        double from = traffic.between(10_000, 60_000);
        for (int i = 0; i < 3_000; i++) {
            traffic.add(
                    from + traffic.between(0, 7_200),
                    traffic.address(),
                    "GET",
                    "/wp-content/themes/storefront/assets/js/missing-" + i % 3 + ".js",
                    404,
                    300,
                    Shop.HOST + "/",
                    shop.agent());
        }
    }

    /**
     * Works in the administration all day from one address; takes a colleague on in the evening.
     */
    private void merchant() {
        var who = traffic.address();
        var agent = shop.agent();
        traffic.add(
                25_000, who, "POST", "/wp-login.php", 302, 5, Shop.HOST + "/wp-login.php", agent);
        for (double at = 25_005; at < 68_000; at += traffic.between(20, 90)) {
            traffic.add(
                    at,
                    who,
                    "POST",
                    "/wp-admin/admin-ajax.php",
                    200,
                    60,
                    Shop.HOST + "/wp-admin/",
                    agent);
            traffic.add(
                    at + 1,
                    who,
                    "GET",
                    "/wp-admin/edit.php?post_type=shop_order&s=smith",
                    200,
                    180_000,
                    Shop.HOST + "/wp-admin/",
                    agent);
            traffic.add(
                    at + 2,
                    who,
                    "GET",
                    "/wp-admin/load-styles.php?c=1&load=dashicons",
                    200,
                    40_000,
                    Shop.HOST + "/wp-admin/",
                    agent);
        }
        for (int i = 0; i < 12; i++) {
            traffic.add(
                    40_000 + 4 * i,
                    who,
                    "POST",
                    "/wp-admin/update.php?action=upgrade-plugin&plugin=p" + i,
                    200,
                    20_000,
                    Shop.HOST + "/wp-admin/plugins.php",
                    agent);
        }
        traffic.add(
                60_000,
                who,
                "POST",
                "/wp-admin/user-new.php",
                302,
                5,
                Shop.HOST + "/wp-admin/user-new.php",
                agent);
        traffic.label("benign", "merchant at work", false, 25_000, 68_000, List.of(who));
    }

    private void feedReader() {
        every("feed reader", 600, "GET", "/feed/", 200, 30_000, "FeedFetcher/2.0");
    }

    private void priceComparison() {
        var who = traffic.address();
        double at = 5_000;
        for (int i = 0; i < Shop.PRODUCTS; i++) {
            at += traffic.between(3, 6);
            traffic.add(
                    at,
                    who,
                    "GET",
                    shop.product(),
                    200,
                    60_000,
                    "-",
                    "PriceBot/1.2 (+https://prices.example)");
        }
        traffic.label("benign", "price comparison", false, 5_000, at, List.of(who));
    }
}
