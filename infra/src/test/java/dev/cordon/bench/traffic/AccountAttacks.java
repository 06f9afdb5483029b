package dev.cordon.bench.traffic;

import java.util.List;

/** What is done with an account, a session or a key that is stolen, or made in the hundreds. */
final class AccountAttacks extends Attacks {

    private final Customers customers;

    AccountAttacks(Traffic traffic, Customers customers) {
        super(traffic);
        this.customers = customers;
    }

    @Override
    void plan() {
        times(4, this::hijack);
        times(3, this::webShell);
        times(2, this::guessedKey);
        times(2, this::stolenKey);
        times(3, this::registrations);
    }

    /** An administrator's session from an address that was never here. */
    private void hijack(int number) {
        var thief = visitor(traffic.address(), begin(900));
        double from = thief.now();
        if (number != 3) {
            thief.open("/wp-login.php").pause(2, 8).post("/wp-login.php", 302, 5);
        }
        thief.get("/wp-admin/", 200, 260_000).pause(4, 20);
        if (number != 1) {
            thief.get("/wp-admin/plugin-install.php?tab=upload", 200, 90_000).pause(9, 40);
            thief.cameFrom(Shop.HOST + "/wp-admin/plugin-install.php");
            thief.post("/wp-admin/update.php?action=upload-plugin", 200, 190_000).pause(3, 9);
            thief.get("/wp-admin/plugins.php?action=activate&plugin=seo-kit%2Fseo-kit.php", 302, 5);
        }
        if (number == 2) {
            thief.pause(9, 40).get("/wp-admin/theme-editor.php?file=functions.php", 200, 90_000);
            thief.pause(9, 40).post("/wp-admin/admin-ajax.php", 200, 90);
        }
        thief.pause(9, 40).get("/wp-admin/user-new.php", 200, 80_000);
        thief.cameFrom(Shop.HOST + "/wp-admin/user-new.php").pause(9, 40);
        if (number == 3) {
            thief.post("/wp-json/wp/v2/users", 201, 900);
        } else {
            thief.post("/wp-admin/user-new.php", 302, 5);
        }
        label("admin-takeover", "hijacked session", from, thief.now(), List.of(thief.address()));
    }

    private void webShell(int number) {
        var who = visitor(traffic.address(), begin(900));
        double from = who.now();
        var path =
                List.of(
                                "/wp-content/uploads/2026/10/img_%s.php",
                                "/wp-content/uploads/wpforms/%s.phtml",
                                "/wp-content/uploads/%s/index.php7")
                        .get(number)
                        .formatted(customers.hex(6));
        if (number == 0) {
            who.anonymous()
                    .post("/wp-admin/admin-ajax.php?action=upload_file", 200, 60)
                    .pause(1, 4);
        }
        for (int i = 0; i < 15; i++) {
            who.anonymous()
                    .request(i % 3 == 0 ? "GET" : "POST", path, 200, 40 + random.nextInt(9_000));
            who.pause(1, 50);
        }
        label("web-shell", path, from, who.now(), List.of(who.address()));
    }

    /** One key after the other, then everything. */
    private void guessedKey(int number) {
        var who =
                visitor(
                        traffic.address(),
                        number == 0 ? "curl/8.4.0" : Browsers.any(random),
                        begin(900));
        double from = who.now();
        for (int i = 0; i < 40; i++) {
            var key =
                    "consumer_key=ck_"
                            + customers.hex(40)
                            + "&consumer_secret=cs_"
                            + customers.hex(40);
            who.anonymous().get("/wp-json/wc/v3/orders?" + key, 401, 160).pause(0.3, 4);
        }
        export(who, 60);
        label(
                "api-misuse",
                "keys tried, then everything read",
                from,
                who.now(),
                List.of(who.address()));
    }

    private void stolenKey(int number) {
        var who = visitor(traffic.address(), "python-requests/2.32", begin(900));
        double from = who.now();
        export(who, 120 + 40 * number);
        label(
                "api-misuse",
                "everything read with a stolen key",
                from,
                who.now(),
                List.of(who.address()));
    }

    private void export(Visitor who, int pages) {
        for (int page = 1; page <= pages; page++) {
            var what = page % 2 == 0 ? "customers" : "orders";
            who.anonymous()
                    .get("/wp-json/wc/v3/" + what + "?per_page=100&page=" + page / 2, 200, 90_000);
            who.pause(0.3, 4);
        }
    }

    private void registrations(int number) {
        var who = traffic.addresses(number == 2 ? 15 : 1);
        double from = begin(700);
        double at = from;
        for (int i = 0; i < 45; i++) {
            var program = visitor(who.get(i % who.size()), at);
            if (number == 0) {
                program.post("/wp-login.php?action=register", 302, 5);
            } else {
                program.open("/my-account/").pause(0.5, 2).post("/my-account/", 302, 5);
            }
            at += traffic.between(2, 14);
        }
        label("spam-registration", who.size() + " addresses", from, at, who);
    }
}
