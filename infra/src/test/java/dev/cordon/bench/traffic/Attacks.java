package dev.cordon.bench.traffic;

import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/** What all attackers of the day have in common: a time, addresses of their own, a label. */
abstract class Attacks {

    final Traffic traffic;
    final Shop shop;
    final Random random;

    Attacks(Traffic traffic) {
        this.traffic = traffic;
        this.shop = traffic.shop;
        this.random = traffic.random;
    }

    abstract void plan();

    void times(int count, IntConsumer campaign) {
        for (int i = 0; i < count; i++) {
            campaign.accept(i);
        }
    }

    /** When an attack of that length may begin, so that it fits into the day. */
    double begin(double length) {
        return traffic.between(1_800, Math.max(2_000, Traffic.DAY - length - 600));
    }

    /** Somebody with a browser, or who says so. */
    Visitor visitor(String address, double at) {
        return new Visitor(traffic, address, Browsers.any(random), at, false);
    }

    Visitor visitor(String address, String agent, double at) {
        return new Visitor(traffic, address, agent, at, false);
    }

    /** A share of the attackers looks around first, as customers do. */
    void disguise(Visitor visitor, int oneIn) {
        if (random.nextInt(oneIn) == 0) {
            visitor.view("/").pause(1, 6).view(shop.product()).pause(1, 6);
        }
    }

    void label(String kind, String technique, double from, double to, List<String> who) {
        traffic.label(kind, technique, true, from, to, who);
    }
}
