package dev.cordon.bench.traffic;

import java.util.List;
import java.util.Random;

/** Single people who do what attackers do as well. */
final class Individuals {

    private final Traffic traffic;
    private final Shop shop;
    private final Random random;
    private final Customers customers;

    Individuals(Traffic traffic, Customers customers) {
        this.traffic = traffic;
        this.shop = traffic.shop;
        this.random = traffic.random;
        this.customers = customers;
    }

    void plan() {
        for (int i = 0; i < 25; i++) {
            forgetful();
            declined();
        }
        for (int i = 0; i < 6; i++) {
            collector();
            forgetfulMerchant();
        }
        merchant();
        helper();
    }

    /** Five to eight wrong passwords, the link for a new one, and in. */
    private void forgetful() {
        var person = customers.anybody(traffic.between(20_000, 80_000));
        double from = person.now();
        person.view("/").pause(5, 20).view("/my-account/");
        int wrong = 5 + random.nextInt(4);
        for (int i = 0; i < wrong; i++) {
            person.pause(6, 40).post("/my-account/", 200, 61_400);
        }
        person.pause(5, 20).view("/my-account/lost-password/");
        person.pause(10, 30).post("/my-account/lost-password/", 302, 5);
        person.pause(40, 200).view("/my-account/lost-password/?show-reset-form=true");
        person.pause(20, 60).post("/my-account/lost-password/", 302, 5);
        customers.logIn(person, 0);
        benign("forgetful customer", from, person);
    }

    /** A card that is declined four to six times. */
    private void declined() {
        var person = customers.anybody(traffic.between(20_000, 80_000));
        double from = person.now();
        person.view(shop.product());
        customers.buy(person, 4 + random.nextInt(3));
        benign("declined card", from, person);
    }

    /** Opens forty tabs at a time and clicks filters together. */
    private void collector() {
        var person = customers.anybody(traffic.between(20_000, 80_000));
        double from = person.now();
        person.view("/shop/");
        for (int i = 0; i < 60; i++) {
            person.pause(0.4, 8).view(i % 3 == 0 ? shop.filtered() : shop.product());
        }
        for (int i = 0; i < 25; i++) {
            person.pause(2, 12).view(shop.search());
        }
        benign("thorough customer", from, person);
    }

    /** Who works in the administration and mistypes the password in the morning. */
    private void forgetfulMerchant() {
        var person = customers.anybody(traffic.between(20_000, 60_000));
        double from = person.now();
        person.view("/wp-login.php");
        int wrong = 2 + random.nextInt(4);
        for (int i = 0; i < wrong; i++) {
            person.pause(5, 25).post("/wp-login.php", 200, 7_200);
        }
        person.pause(5, 25).post("/wp-login.php", 302, 5);
        work(person, 30);
        benign("forgetful employee", from, person);
    }

    /**
     * Works in the administration all day from one address, updates plugins at noon, and takes a
     * colleague on in the evening.
     */
    private void merchant() {
        var person = customers.anybody(23_000);
        person.open("/wp-login.php").pause(5, 9).post("/wp-login.php", 302, 5);
        work(person, 350);
        person.view("/wp-admin/plugins.php");
        for (int i = 0; i < 12; i++) {
            person.pause(3, 6).post("/wp-admin/admin-ajax.php", 200, 900);
            person.get("/wp-admin/update.php?action=upgrade-plugin&plugin=p" + i, 200, 20_000);
        }
        work(person, 250);
        person.view("/wp-admin/user-new.php").pause(20, 40);
        person.post("/wp-admin/user-new.php", 302, 5);
        person.get("/wp-admin/users.php?update=add&id=77", 200, 90_000);
        work(person, 30);
        benign("merchant at work", 23_000, person);
    }

    /** Writes products all day: uploads, autosaves, the block editor's calls. */
    private void helper() {
        var person = customers.anybody(27_000);
        person.open("/wp-login.php").pause(5, 9).post("/wp-login.php", 302, 5);
        for (int i = 0; i < 120; i++) {
            person.pause(20, 80).open("/wp-admin/post.php?post=" + (500 + i) + "&action=edit");
            person.pause(3, 8).post("/wp-admin/async-upload.php", 200, 800);
            person.pause(3, 8).get("/wp-json/wp/v2/users/me?context=edit", 200, 900);
            person.get("/wp-json/wp/v2/users?per_page=100&_fields=id,name&context=view", 200, 400);
            person.pause(30, 90)
                    .post("/wp-json/wp/v2/product/" + (500 + i) + "/autosaves", 200, 4_000);
            person.pause(3, 8).post("/wp-admin/post.php", 302, 5);
        }
        benign("editor at work", 27_000, person);
    }

    /** Orders, coupons, and the heartbeat of an open tab. */
    private void work(Visitor person, int rounds) {
        for (int i = 0; i < rounds; i++) {
            person.pause(8, 40)
                    .open("/wp-admin/edit.php?post_type=shop_order&s=smith&paged=" + i % 4);
            person.get("/wp-admin/load-styles.php?c=1&load=dashicons,admin-bar", 200, 40_000);
            person.pause(5, 20).post("/wp-admin/admin-ajax.php", 200, 60);
            person.pause(5, 20).post("/wp-admin/admin-ajax.php", 200, 60);
            if (random.nextInt(5) == 0) {
                person.get("/wp-json/wc-analytics/reports/revenue/stats?interval=day", 200, 6_000);
                person.pause(4, 9).post("/wp-admin/post.php", 302, 5);
            }
        }
    }

    private void benign(String what, double from, Visitor person) {
        traffic.label("benign", what, false, from, person.now(), List.of(person.address()));
    }
}
