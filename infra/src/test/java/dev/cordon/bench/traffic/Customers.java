package dev.cordon.bench.traffic;

import java.util.List;
import java.util.Random;

/** People who visit the shop with a browser: they look around, search, buy, log in, mistype. */
final class Customers {

    private static final List<String> ORIGINS =
            List.of(
                    "https://www.google.com/",
                    "https://www.google.de/",
                    "https://duckduckgo.com/",
                    "https://www.bing.com/",
                    "https://l.instagram.com/",
                    "-",
                    "-",
                    "-",
                    "-");

    private final Traffic traffic;
    private final Shop shop;
    private final Random random;

    Customers(Traffic traffic) {
        this.traffic = traffic;
        this.shop = traffic.shop;
        this.random = traffic.random;
    }

    /** Somebody new, or who was here before. */
    Visitor anybody(double at) {
        return anybody(traffic.address(), at);
    }

    Visitor anybody(String address, double at) {
        return new Visitor(traffic, address, Browsers.any(random), at, random.nextInt(4) == 0);
    }

    /** A whole visit. */
    void visit(Visitor visitor) {
        visitor.cameFrom(shop.one(ORIGINS));
        visitor.view(random.nextInt(3) == 0 ? shop.product() : "/");
        lookAround(visitor, random.nextInt(10));
        int wish = random.nextInt(100);
        if (wish < 9) {
            logIn(visitor, random.nextInt(6) == 0 ? 1 + random.nextInt(2) : 0);
        } else if (wish < 10) {
            register(visitor);
        } else if (wish < 11) {
            visitor.pause(4, 40).view("/author/anna/");
        } else if (wish < 12) {
            visitor.pause(20, 90).post("/wp-comments-post.php", 302, 5);
        }
        if (random.nextInt(12) == 0) {
            buy(visitor, random.nextInt(15) == 0 ? 1 + random.nextInt(2) : 0);
        }
    }

    void lookAround(Visitor visitor, int pages) {
        for (int i = 0; i < pages; i++) {
            visitor.pause(3, 45).view(page());
        }
    }

    private String page() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> shop.category();
            case 3, 4 -> shop.search();
            case 5 -> shop.filtered();
            default -> shop.product();
        };
    }

    /** Logs in after so many wrong passwords. */
    void logIn(Visitor visitor, int wrong) {
        visitor.pause(3, 30).view("/my-account/");
        for (int i = 0; i < wrong; i++) {
            visitor.pause(6, 30).post("/my-account/", 200, 61_000 + random.nextInt(900));
        }
        visitor.pause(6, 25).post("/my-account/", 302, 5);
        visitor.get("/my-account/", 200, 58_000);
        visitor.pause(4, 30).view("/my-account/orders/");
    }

    private void register(Visitor visitor) {
        visitor.pause(3, 30).view("/my-account/");
        visitor.pause(15, 60).post("/my-account/", 302, 5);
        visitor.get("/my-account/", 200, 58_000);
    }

    /** Buys, after so many declined cards. */
    void buy(Visitor visitor, int declined) {
        boolean classic = random.nextInt(3) == 0;
        if (classic) {
            visitor.pause(5, 40).post("/?wc-ajax=add_to_cart", 200, 3_000);
        } else {
            visitor.pause(5, 40).post("/wp-json/wc/store/v1/cart/add-item", 201, 3_200);
        }
        visitor.pause(3, 20).view("/cart/");
        visitor.pause(5, 30).view("/checkout/");
        if (classic) {
            visitor.pause(5, 20).post("/?wc-ajax=update_order_review", 200, 9_000);
        } else {
            visitor.pause(5, 20).post("/wp-json/wc/store/v1/cart/update-customer", 200, 5_200);
        }
        if (traffic.isCheckoutBroken(visitor.now())) {
            fail(visitor, classic);
            return;
        }
        for (int i = 0; i <= declined; i++) {
            visitor.pause(20, 70);
            pay(visitor, classic, i == declined);
        }
        int order = 10_000 + random.nextInt(80_000);
        visitor.view("/checkout/order-received/" + order + "/?key=wc_order_" + hex(13));
    }

    private void pay(Visitor visitor, boolean classic, boolean accepted) {
        if (classic) {
            visitor.post("/?wc-ajax=checkout", 200, accepted ? 190 : 420);
        } else {
            visitor.post(
                    "/wp-json/wc/store/v1/checkout", accepted ? 200 : 400, accepted ? 2_100 : 260);
        }
    }

    /** The checkout is broken: two tries, and away. */
    private void fail(Visitor visitor, boolean classic) {
        var door = classic ? "/?wc-ajax=checkout" : "/wp-json/wc/store/v1/checkout";
        traffic.suffersFromCheckout(visitor.address());
        visitor.pause(20, 70).post(door, 500, 2_800);
        visitor.pause(10, 40).post(door, 500, 2_800);
    }

    String hex(int digits) {
        var text = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }
}
