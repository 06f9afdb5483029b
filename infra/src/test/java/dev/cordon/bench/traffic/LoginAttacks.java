package dev.cordon.bench.traffic;

import java.util.List;

/** Passwords are guessed, or stolen ones are tried. */
final class LoginAttacks extends Attacks {

    private static final String WORDPRESS = "/wp-login.php";
    private static final String SHOP = "/my-account/";
    private static final String XMLRPC = "/xmlrpc.php";

    private final Customers customers;

    LoginAttacks(Traffic traffic, Customers customers) {
        super(traffic);
        this.customers = customers;
    }

    @Override
    void plan() {
        times(5, i -> guessing(WORDPRESS, "fast", 40 + 60 * i, 0.3, 2, i == 4));
        times(3, i -> guessing(WORDPRESS, "slow", 150, 55, 80, i == 2));
        times(3, i -> guessing(XMLRPC, "fast", 60 + 80 * i, 0.3, 5, false));
        times(1, i -> guessing(XMLRPC, "slow", 200, 50, 90, false));
        times(4, i -> guessing(SHOP, "fast", 40 + 30 * i, 1, 10, i == 3));
        times(2, i -> guessing(SHOP, "slow", 120, 60, 110, i == 1));
        times(2, i -> inTurns(i == 0 ? WORDPRESS : SHOP, 3 + i, 160));
        times(3, i -> stuffing(SHOP, 30 + 130 * i, 900, 3));
        times(2, i -> stuffing(WORDPRESS, 45 + 100 * i, 1_200, 3));
        stuffing(XMLRPC, 80, 1_500, 4);
        times(3, i -> stuffing(SHOP, 50, 40_000, 4));
        times(2, i -> stuffing(WORDPRESS, 50, 40_000, 4));
    }

    private void guessing(
            String door, String how, int tries, double least, double most, boolean succeeds) {
        var who = visitor(traffic.address(), begin(tries * most));
        double from = who.now();
        disguise(who, 4);
        boolean fetches = random.nextInt(3) > 0 && !door.equals(XMLRPC);
        for (int i = 0; i < tries; i++) {
            tries(who, door, fetches, false);
            who.pause(least, most);
        }
        if (succeeds) {
            tries(who, door, fetches, true);
            who.pause(1, 9).get(door.equals(SHOP) ? SHOP : "/wp-admin/", 200, 60_000);
        }
        label(
                "login-bruteforce",
                door + ", " + how + (succeeds ? ", succeeds" : ""),
                from,
                who.now(),
                List.of(who.address()));
    }

    /** Few addresses that take turns. */
    private void inTurns(String door, int addresses, int tries) {
        var who = traffic.addresses(addresses);
        double from = begin(tries * 4);
        double at = from;
        for (int i = 0; i < tries; i++) {
            tries(visitor(who.get(i % addresses), at), door, false, false);
            at += traffic.between(1, 4);
        }
        label("login-bruteforce", door + ", " + addresses + " in turns", from, at, who);
    }

    private void stuffing(String door, int addresses, double seconds, int most) {
        var who = traffic.addresses(addresses);
        double from = begin(seconds);
        double last = from;
        // A third of the campaigns behaves like browsers: pages with what is on them.
        boolean careful = random.nextInt(3) == 0;
        for (var one : who) {
            var thief = visitor(one, from + traffic.between(0, seconds * 0.85));
            int tries = 1 + random.nextInt(most);
            for (int i = 0; i < tries; i++) {
                if (careful) {
                    disguise(thief, 2);
                }
                tries(thief, door, true, random.nextInt(60) == 0);
                last = Math.max(last, thief.now());
                thief.pause(4, Math.max(6, seconds * 0.15 / most));
            }
        }
        label(
                "credential-stuffing",
                "%s, %d addresses over %.0f min%s"
                        .formatted(door, addresses, seconds / 60, careful ? ", like browsers" : ""),
                from,
                last,
                who);
    }

    private void tries(Visitor who, String door, boolean fetches, boolean accepted) {
        switch (door) {
            case XMLRPC -> who.anonymous().post(door, 200, accepted ? 5_200 : 412);
            case WORDPRESS -> {
                if (fetches) {
                    who.anonymous().open(door).pause(0.1, 1);
                } else {
                    who.anonymous();
                }
                who.post(door, accepted ? 302 : 200, accepted ? 5 : 7_200 + random.nextInt(90));
            }
            default -> {
                if (fetches) {
                    who.anonymous().open(door).pause(0.1, 1);
                } else {
                    who.anonymous();
                }
                who.post(door, accepted ? 302 : 200, accepted ? 5 : 61_000 + random.nextInt(900));
                if (accepted && random.nextBoolean()) {
                    who.pause(1, 4)
                            .get("/my-account/orders/", 200, 52_000 + customers.hex(2).length());
                }
            }
        }
    }
}
