package dev.cordon.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Programs that visit the shop day after day and mean no harm, whatever they look like. */
final class Machines {

    private static final String KEY = "consumer_key=ck_8f2b&consumer_secret=cs_77a1";

    private final Traffic traffic;
    private final Shop shop;
    private final Random random;

    Machines(Traffic traffic) {
        this.traffic = traffic;
        this.shop = traffic.shop;
        this.random = traffic.random;
    }

    void plan() {
        crawler("66.249.66.71", "Googlebot/2.1; +http://www.google.com/bot.html", 2, 9, 9_000);
        crawler("40.77.167.12", "bingbot/2.0; +http://www.bing.com/bingbot.htm", 1, 4, 9_000);
        crawler(traffic.address(), "AhrefsBot/7.0; +http://ahrefs.com/robot/", 1.2, 4, 9_000);
        crawler(
                traffic.address(),
                "PetalBot;+https://webmaster.petalsearch.com/site/petalbot",
                0.5,
                1,
                9_000);
        crawler(traffic.address(), "SeznamBot/4.0; +https://o-seznam.cz/napoveda/", 3, 20, 4_000);
        for (int i = 0; i < 3; i++) {
            every("uptime monitor", 60, "HEAD", "/", 200, 0, "UptimeRobot/2.0", Traffic.DAY);
        }
        every(
                "health check of a balancer",
                10,
                "GET",
                "/robots.txt",
                200,
                120,
                "HealthChecker/2.0",
                Traffic.DAY);
        every(
                "wp-cron",
                60,
                "POST",
                "/wp-cron.php?doing_wp_cron=17",
                200,
                0,
                "WordPress/7.1; https://shop.example",
                Traffic.DAY);
        every(
                "feed reader",
                600,
                "GET",
                "/feed/",
                200,
                30_000,
                "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers)",
                Traffic.DAY);
        every(
                "feed of products",
                3_600,
                "GET",
                "/feed/?post_type=product",
                200,
                900_000,
                "FeedFetcher-Google; (+http://www.google.com/feedfetcher.html)",
                Traffic.DAY);
        every(
                "ERP with an expired key",
                1.5,
                "GET",
                "/wp-json/wc/v3/orders?per_page=50&status=processing&" + KEY,
                401,
                160,
                "ERP-Connector/3.1",
                5_400);
        every(
                "app that polls",
                3,
                "POST",
                "/wp-admin/admin-ajax.php?action=stock_ticker",
                200,
                90,
                "ShopWidget/4 CFNetwork/1498 Darwin/23",
                20_000);
        every(
                "app with an old address",
                5,
                "GET",
                "/wp-json/shopapp/v1/news",
                404,
                90,
                "ShopApp/2.2 okhttp/4.12",
                30_000);
        webhooks();
        erp();
        priceComparison();
        linkChecker();
    }

    /** Walks categories, layered navigation and products; now and then a page that is gone. */
    private void crawler(String who, String name, double least, double most, int pages) {
        var bot =
                visitor(who, "Mozilla/5.0 (compatible; " + name + ")", traffic.between(0, 40_000));
        double from = bot.now();
        for (int i = 0; i < pages; i++) {
            bot.anonymous().pause(least, most);
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> bot.open(shop.filtered());
                case 3, 4 -> bot.open(shop.category());
                case 5 -> bot.get("/old/" + i + "/", random.nextInt(6) == 0 ? 404 : 301, 300);
                case 6 ->
                        bot.get(
                                i % 200 == 0 ? "/robots.txt" : "/sitemap-" + i % 20 + ".xml",
                                200,
                                9_000);
                default -> bot.open(shop.product());
            }
        }
        benign("crawler", from, bot.now(), List.of(who));
    }

    private void every(
            String what,
            double seconds,
            String method,
            String target,
            int status,
            long size,
            String agent,
            double length) {
        var machine =
                visitor(
                        traffic.address(),
                        agent,
                        traffic.between(0, Math.max(3_600, Traffic.DAY - length)));
        double from = machine.now();
        while (machine.now() < Math.min(Traffic.DAY, from + length)) {
            machine.request(method, target, status, size).pause(seconds * 0.98, seconds * 1.02);
        }
        benign(what, from, machine.now(), List.of(machine.address()));
    }

    private void webhooks() {
        var who = new ArrayList<>(List.of("54.187.174.169", "54.187.205.235"));
        who.addAll(traffic.addresses(2));
        for (int burst = 0; burst < 120; burst++) {
            var address = shop.one(who);
            var provider =
                    visitor(
                            address,
                            "Gateway/1.0 (+https://pay.example/webhooks)",
                            traffic.between(0, Traffic.DAY));
            boolean rest = random.nextBoolean();
            int calls = 5 + random.nextInt(25);
            for (int i = 0; i < calls; i++) {
                var target = rest ? "/wp-json/gateway/v1/webhook" : "/?wc-api=wc_gateway_x";
                provider.post(target, random.nextInt(30) == 0 ? 400 : 200, 2).pause(0.05, 0.9);
            }
        }
        benign("webhooks of a payment provider", 0, Traffic.DAY, who);
    }

    /** Every five minutes the new orders, at night all customers and the stock. */
    private void erp() {
        var erp = visitor(traffic.address(), "WooCommerce-ERP-Sync/3.2 (PHP 8.1)", 30);
        while (erp.now() < Traffic.DAY) {
            int pages = erp.now() > 7_000 && erp.now() < 7_400 ? 20 : 3;
            for (int page = 1; page <= pages; page++) {
                erp.get(
                                "/wp-json/wc/v3/orders?per_page=50&page="
                                        + page
                                        + "&status=processing&"
                                        + KEY,
                                200,
                                90_000)
                        .pause(0.5, 3);
            }
            if (random.nextInt(4) == 0) {
                erp.request("PUT", "/wp-json/wc/v3/products/batch?" + KEY, 200, 30_000);
            }
            erp.pause(280, 300);
        }
        benign("ERP", 0, Traffic.DAY, List.of(erp.address()));
    }

    private void priceComparison() {
        var bot =
                visitor(
                        traffic.address(),
                        "Mozilla/5.0 (compatible; PriceBot/1.2; +https://prices.example)",
                        5_000);
        for (int i = 0; i < Shop.PRODUCTS; i++) {
            bot.anonymous().pause(2, 5).open(shop.product(i));
        }
        benign("price comparison", 5_000, bot.now(), List.of(bot.address()));
    }

    /** The shop's own tool, once a day: each page and many that are gone. */
    private void linkChecker() {
        var tool =
                visitor(
                        traffic.address(),
                        "Mozilla/5.0 (compatible; SiteAudit/1.0; +https://audit.example/bot)",
                        traffic.between(4_000, 20_000));
        double from = tool.now();
        for (int i = 0; i < 1_200; i++) {
            tool.anonymous().pause(1, 4);
            if (random.nextInt(12) == 0) {
                tool.get("/2019/0" + (1 + i % 9) + "/post-" + i + "/", 404, 61_000);
            } else {
                tool.open(i % 3 == 0 ? shop.category() : shop.product());
            }
        }
        benign("link checker", from, tool.now(), List.of(tool.address()));
    }

    private Visitor visitor(String address, String agent, double at) {
        return new Visitor(traffic, address, agent, at, false);
    }

    private void benign(String what, double from, double to, List<String> who) {
        traffic.label("benign", what, false, from, to, who);
    }
}
