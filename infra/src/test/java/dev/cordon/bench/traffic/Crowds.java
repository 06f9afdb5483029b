package dev.cordon.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Many harmless people at once. */
final class Crowds {

    private final Traffic traffic;
    private final Shop shop;
    private final Random random;
    private final Customers customers;

    Crowds(Traffic traffic, Customers customers) {
        this.traffic = traffic;
        this.shop = traffic.shop;
        this.random = traffic.random;
        this.customers = customers;
    }

    void plan() {
        for (int i = 0; i < 4; i++) {
            office();
        }
        flashSale(42_000);
        flashSale(71_000);
        newsletter(21_600, 3_500);
        newsletter(59_400, 1_500);
        television();
    }

    /** A company or a campus behind one address: forty people in two hours. */
    private void office() {
        var who = traffic.address();
        double from = traffic.between(25_000, 50_000);
        for (int i = 0; i < 40; i++) {
            var person = customers.anybody(who, from + traffic.between(0, 7_200));
            customers.visit(person);
            if (i % 3 == 0) {
                customers.logIn(person, random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0);
            }
            if (i % 6 == 0) {
                customers.buy(person, random.nextInt(3) == 0 ? 1 : 0);
            }
        }
        benign("office behind one address", from, from + 9_000, List.of(who));
    }

    /** Within a minute fifteen times as many search, look and buy; some cards are declined. */
    private void flashSale(double from) {
        var who = new ArrayList<String>();
        for (int i = 0; i < 2_500; i++) {
            var address = traffic.address();
            who.add(address);
            var person = customers.anybody(address, from + Math.abs(random.nextGaussian()) * 500);
            person.view(random.nextInt(3) == 0 ? "/sale/" : shop.search());
            person.pause(2, 15).view(shop.product(random.nextInt(40)));
            if (i % 2 == 0) {
                person.pause(2, 15).view(shop.filtered());
            }
            if (i % 5 == 0) {
                customers.logIn(person, i % 20 == 0 ? 1 + random.nextInt(2) : 0);
                customers.buy(person, i % 10 == 0 ? 1 + random.nextInt(2) : 0);
            }
        }
        benign("flash sale", from, from + 2_400, who);
    }

    /** Thousands who were never here come to one page within minutes, each with a number. */
    private void newsletter(double from, int people) {
        var who = new ArrayList<String>();
        for (int i = 0; i < people; i++) {
            var address = traffic.address();
            who.add(address);
            var tail = "utm_source=newsletter&utm_medium=mail&mc_eid=" + customers.hex(10);
            var person = customers.anybody(address, from + Math.abs(random.nextGaussian()) * 900);
            person.view("/sale/?" + tail);
            if (i % 2 == 0) {
                person.pause(5, 60).view(shop.product(random.nextInt(20)) + "?" + tail);
            }
            if (i % 30 == 0) {
                customers.buy(person, 0);
            }
        }
        benign("newsletter", from, from + 3_600, who);
    }

    /** The shop was on television: a wave of people on phones who look at one product and go. */
    private void television() {
        double from = traffic.between(69_000, 75_000);
        var who = new ArrayList<String>();
        for (int i = 0; i < 2_000; i++) {
            var address = traffic.address();
            who.add(address);
            var person = customers.anybody(address, from + Math.abs(random.nextGaussian()) * 90);
            person.view(
                    random.nextInt(3) == 0
                            ? "/?s=storm+hoodie&post_type=product"
                            : shop.product(7));
        }
        benign("on television", from, from + 600, who);
    }

    private void benign(String what, double from, double to, List<String> who) {
        traffic.label("benign", what, false, from, to, who);
    }
}
