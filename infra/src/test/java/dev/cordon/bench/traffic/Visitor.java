package dev.cordon.bench.traffic;

import java.util.List;
import java.util.Random;

/** Somebody at one address, with one browser or tool, who does one thing after the other. */
final class Visitor {

    private final Traffic traffic;
    private final Shop shop;
    private final Random random;
    private final String address;
    private final String agent;
    private final boolean returning;
    private double at;
    private String page = "-";
    private int pages;

    /**
     * @param returning whether the browser has kept the shop's styles
     */
    Visitor(Traffic traffic, String address, String agent, double at, boolean returning) {
        this.traffic = traffic;
        this.shop = traffic.shop;
        this.random = traffic.random;
        this.address = address;
        this.agent = agent;
        this.at = at;
        this.returning = returning;
    }

    double now() {
        return at;
    }

    String address() {
        return address;
    }

    /** Lets that much time pass, in seconds. */
    Visitor pause(double least, double most) {
        at += traffic.between(least, most);
        return this;
    }

    /** From now on says to come from there. */
    Visitor cameFrom(String referer) {
        page = referer;
        return this;
    }

    /** Forgets from where it came, as tools do. */
    Visitor anonymous() {
        return cameFrom("-");
    }

    Visitor get(String target, int status, long size) {
        return request("GET", target, status, size);
    }

    Visitor post(String target, int status, long size) {
        return request("POST", target, status, size);
    }

    Visitor request(String method, String target, int status, long size) {
        traffic.add(at, address, method, target, status, size, page, agent);
        return this;
    }

    /** Asks for a page and nothing else; the next request comes from there. */
    Visitor open(String target) {
        get(target, 200, 38_000 + random.nextInt(92_000));
        page = Shop.HOST + target;
        return this;
    }

    /** Looks at a page as a browser does, with what is on it. */
    Visitor view(String target) {
        open(target);
        boolean first = pages++ == 0;
        int styles =
                returning ? random.nextInt(2) : first ? 4 + random.nextInt(5) : random.nextInt(2);
        for (int i = 0; i < styles; i++) {
            part(shop.style(i), returning ? 304 : 200);
        }
        int pictures = returning ? random.nextInt(3) : 1 + random.nextInt(5);
        for (int i = 0; i < pictures; i++) {
            part(shop.picture(), returning && random.nextBoolean() ? 304 : 200);
        }
        if (first) {
            icons();
        }
        if (random.nextInt(3) == 0) {
            part("/wp-json/wc/store/v1/cart", 200);
        } else if (random.nextInt(4) == 0) {
            later("POST", "/?wc-ajax=get_refreshed_fragments", 200);
        }
        if (traffic.isThemeBroken(at)) {
            part(
                    "/wp-content/themes/storefront/assets/js/slider-" + random.nextInt(3) + ".js",
                    404);
        }
        return this;
    }

    /** What browsers and phones ask for by themselves, whether it is there or not. */
    private void icons() {
        if (!returning && random.nextInt(3) == 0) {
            part("/favicon.ico", 404);
        }
        if (Browsers.isApple(agent) && random.nextInt(4) == 0) {
            part("/apple-touch-icon-precomposed.png", 404);
            part("/apple-touch-icon.png", 404);
        }
        if (random.nextInt(40) == 0) {
            part(
                    shop.one(
                            List.of(
                                    "/.well-known/assetlinks.json",
                                    "/.well-known/apple-app-site-association",
                                    "/.well-known/traffic-advice")),
                    404);
        }
    }

    private void part(String target, int status) {
        later("GET", target, status);
    }

    private void later(String method, String target, int status) {
        long size = status == 200 ? 2_000 + random.nextInt(60_000) : status == 304 ? 0 : 61_000;
        double when = at + traffic.between(0.05, 1.6);
        traffic.add(when, address, method, target, status, size, page, agent);
    }
}
