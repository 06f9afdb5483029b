package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.engine.Allowed.Purpose;
import dev.cordon.domain.detection.rule.Cidr;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks of crawlers and payment providers as their owners publish them: Google's {@code
 * googlebot.json}, Microsoft's {@code bingbot.json}, Stripe's list of webhook addresses. A user
 * agent proves nothing, a range does. An operator adds the store's own.
 */
final class KnownNetworks {

    private static final List<String> CRAWLERS =
            List.of(
                    "66.249.64.0/19",
                    "2001:4860:4801::/48",
                    "40.77.167.0/24",
                    "157.55.39.0/24",
                    "207.46.13.0/24",
                    "13.66.139.0/24",
                    "52.167.144.0/24");

    private static final List<String> PAYMENT_PROVIDERS =
            List.of(
                    "3.18.12.63",
                    "3.130.192.231",
                    "13.235.14.237",
                    "13.235.122.149",
                    "18.211.135.69",
                    "35.154.171.200",
                    "52.15.183.38",
                    "54.88.130.119",
                    "54.88.130.237",
                    "54.187.174.169",
                    "54.187.205.235",
                    "54.187.216.72");

    static final List<Allowed> ALL = all();

    private KnownNetworks() {}

    private static List<Allowed> all() {
        var all = new ArrayList<Allowed>();
        CRAWLERS.forEach(each -> all.add(new Allowed(Cidr.of(each), Purpose.CRAWLER)));
        PAYMENT_PROVIDERS.forEach(
                each -> all.add(new Allowed(Cidr.of(each), Purpose.PAYMENT_PROVIDER)));
        return List.copyOf(all);
    }
}
