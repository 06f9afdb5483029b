package dev.cordon.bench.traffic;

import java.util.List;

/** What is looked for before an attack: plugins, files, names, programs of other attackers. */
final class ScanAttacks extends Attacks {

    private static final List<String> PLUGINS =
            List.of(
                    "revslider",
                    "contact-form-7",
                    "elementor",
                    "wp-file-manager",
                    "duplicator",
                    "wpdatatables",
                    "yuzo-related-post",
                    "social-warfare",
                    "loginizer",
                    "wp-gdpr",
                    "easy-wp-smtp",
                    "ninja-forms",
                    "backup-buddy",
                    "wp-automatic",
                    "bricks",
                    "layerslider",
                    "give",
                    "the-events-calendar",
                    "wp-fastest-cache",
                    "akismet");
    private static final List<String> FILES =
            List.of(
                    "/.env",
                    "/.git/config",
                    "/backup.zip",
                    "/wp-config.php.bak",
                    "/db.sql",
                    "/.aws/credentials",
                    "/wp-config.php~",
                    "/dump.sql",
                    "/.svn/entries",
                    "/site.tar.gz",
                    "/.htpasswd",
                    "/phpinfo.php",
                    "/.git/HEAD",
                    "/.env.production",
                    "/wp-content/debug.log",
                    "/config.json",
                    "/.DS_Store",
                    "/id_rsa");
    private static final List<String> SHELLS =
            List.of(
                    "/shell.php",
                    "/c99.php",
                    "/wso.php",
                    "/alfa.php",
                    "/up.php",
                    "/r57.php",
                    "/cmd.php",
                    "/wp-content/uploads/shell.php",
                    "/wp-content/plugins/hello.php?x=1",
                    "/wp-admin/css/colors/blue/index.php",
                    "/wp-includes/wp-class.php",
                    "/xl2023.php");
    private static final List<String> WORDS =
            List.of(
                    "admin",
                    "backup",
                    "test",
                    "old",
                    "new",
                    "login",
                    "cgi-bin",
                    "images",
                    "private",
                    "tmp",
                    "data",
                    "dev",
                    "staging",
                    "api",
                    "v1",
                    "db",
                    "mysql",
                    "pma",
                    "phpmyadmin",
                    "webmail",
                    "server-status",
                    "console",
                    "actuator",
                    "jenkins",
                    "portal",
                    "secure");

    ScanAttacks(Traffic traffic) {
        super(traffic);
    }

    @Override
    void plan() {
        times(4, this::plugins);
        times(4, this::words);
        times(4, this::files);
        times(4, this::names);
        times(3, this::shells);
    }

    private void plugins(int number) {
        boolean slow = number % 2 == 1;
        var who = visitor(traffic.address(), begin(20 * 400));
        double from = who.now();
        disguise(who, 4);
        for (var plugin : PLUGINS) {
            var folder = number == 2 ? "/wp-content/themes/" : "/wp-content/plugins/";
            int status = plugin.equals("akismet") ? 200 : number == 0 ? 403 : 404;
            who.anonymous().get(folder + plugin + "/readme.txt", status, 300);
            who.pause(slow ? 200 : 0.2, slow ? 400 : 2);
        }
        label(
                "scanner",
                slow ? "plugins, slow" : "plugins",
                from,
                who.now(),
                List.of(who.address()));
    }

    /** Whatever might lie on a server, from a list of words. */
    private void words(int number) {
        var who = visitor(traffic.address(), begin(900));
        double from = who.now();
        for (int i = 0; i < 250; i++) {
            var word = shop.one(WORDS) + (random.nextBoolean() ? "" : random.nextInt(30));
            var ending = shop.one(List.of("", "/", ".php", ".bak", ".zip", ".txt", ".old"));
            int status = random.nextInt(40) == 0 ? 301 : random.nextInt(30) == 0 ? 403 : 404;
            who.anonymous().request(number == 3 ? "HEAD" : "GET", "/" + word + ending, status, 300);
            who.pause(0.02, number == 2 ? 6 : 1);
        }
        label("scanner", "content discovery", from, who.now(), List.of(who.address()));
    }

    private void files(int number) {
        var who = visitor(traffic.address(), begin(400));
        double from = who.now();
        for (var file : FILES) {
            boolean found =
                    number == 2 && file.equals("/db.sql") || number == 3 && file.equals("/.env");
            who.anonymous().get(file, found ? 200 : 404, found ? 90_000 : 300);
            who.pause(0.3, number == 1 ? 20 : 3);
        }
        label("scanner", "sensitive files", from, who.now(), List.of(who.address()));
    }

    private void names(int number) {
        var who = visitor(traffic.address(), begin(300));
        double from = who.now();
        for (int i = 1; i <= 15; i++) {
            switch (number) {
                case 0 -> who.anonymous().get("/?author=" + i, i < 4 ? 301 : 404, 500);
                case 1 -> who.anonymous().get("/wp-json/wp/v2/users?page=" + i, 200, 500);
                case 2 -> who.anonymous().get("/wp-json/wp/v2/users/" + i, i < 4 ? 200 : 404, 500);
                default -> who.anonymous().get("/?rest_route=/wp/v2/users/" + i, 401, 500);
            }
            who.pause(0.5, 12);
        }
        label("user-enumeration", "names of users", from, who.now(), List.of(who.address()));
    }

    private void shells(int number) {
        var who = visitor(traffic.address(), begin(120));
        double from = who.now();
        for (var shell : SHELLS) {
            who.anonymous().get(shell, 404, 300).pause(0.3, number == 0 ? 9 : 2);
        }
        label("scanner", "web shells of others", from, who.now(), List.of(who.address()));
    }
}
