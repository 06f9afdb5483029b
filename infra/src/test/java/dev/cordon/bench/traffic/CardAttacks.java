package dev.cordon.bench.traffic;

import java.util.List;

/** Stolen cards are tried at every door that takes one. */
final class CardAttacks extends Attacks {

    private static final String STORE_API = "/wp-json/wc/store/v1/checkout";
    private static final String CLASSIC = "/?wc-ajax=checkout";
    private static final String ORDER_PAY =
            "/checkout/order-pay/%d/?pay_for_order=true&key=wc_order_%s";
    private static final String NEW_CARD = "/my-account/add-payment-method/";

    private final Customers customers;

    CardAttacks(Traffic traffic, Customers customers) {
        super(traffic);
        this.customers = customers;
    }

    @Override
    void plan() {
        times(3, i -> alone(STORE_API, 20 + 20 * i));
        times(3, i -> alone(CLASSIC, 20 + 20 * i));
        times(2, i -> alone(ORDER_PAY, 30));
        times(2, i -> alone(NEW_CARD, 30));
        times(3, i -> together(STORE_API, 15 + 22 * i, 3));
        times(3, i -> together(CLASSIC, 15 + 22 * i, 3));
        together(ORDER_PAY, 25, 3);
    }

    private void alone(String door, int cards) {
        var thief = visitor(traffic.address(), begin(cards * 20));
        double from = thief.now();
        var target = target(door);
        disguise(thief, 4);
        fill(thief, door);
        for (int i = 0; i < cards; i++) {
            thief.pause(3, 20);
            pay(thief, door, target, random.nextInt(25) == 0);
        }
        label(
                "card-testing",
                name(door) + ", one address",
                from,
                thief.now(),
                List.of(thief.address()));
    }

    /** Each address tries few; most have looked at nothing before. */
    private void together(String door, int addresses, int most) {
        var who = traffic.addresses(addresses);
        double length = 600 + random.nextInt(900);
        double from = begin(length);
        double last = from;
        for (var one : who) {
            var thief = visitor(one, from + traffic.between(0, length));
            disguise(thief, 8);
            fill(thief, door);
            var target = target(door);
            int cards = 1 + random.nextInt(most);
            for (int i = 0; i < cards; i++) {
                thief.pause(4, 60);
                pay(thief, door, target, random.nextInt(30) == 0);
            }
            last = Math.max(last, thief.now());
        }
        label("card-testing", name(door) + ", " + addresses + " addresses", from, last, who);
    }

    private String target(String door) {
        return door.equals(ORDER_PAY)
                ? door.formatted(20_000 + random.nextInt(9_000), customers.hex(13))
                : door;
    }

    private static String name(String door) {
        return door.equals(ORDER_PAY) ? "/checkout/order-pay/" : door;
    }

    /** The cart, without the pages that lead to it. */
    private void fill(Visitor thief, String door) {
        switch (door) {
            case STORE_API -> {
                thief.anonymous().get("/wp-json/wc/store/v1/cart", 200, 3_000).pause(0.2, 2);
                thief.post("/wp-json/wc/store/v1/cart/add-item", 201, 3_200);
            }
            case CLASSIC -> {
                thief.anonymous().get("/?add-to-cart=77", 302, 5).pause(0.2, 2);
                thief.get("/checkout/", 200, 70_000);
            }
            default -> thief.anonymous();
        }
    }

    private void pay(Visitor thief, String door, String target, boolean accepted) {
        if (door.equals(STORE_API)) {
            thief.post(target, accepted ? 200 : 400, accepted ? 2_100 : 240);
        } else if (door.equals(CLASSIC)) {
            thief.post(target, 200, accepted ? 190 : 420);
        } else {
            thief.post(target, accepted ? 302 : 200, accepted ? 5 : 70_000);
        }
    }
}
