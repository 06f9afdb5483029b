package dev.cordon.woocommerce.store;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;

/** The headers by which a page tells browsers what may run in it. */
final class SecurityHeaders {

    private static final List<String> NAMES =
            List.of(
                    "content-security-policy",
                    "content-security-policy-report-only",
                    "cross-origin-opener-policy",
                    "permissions-policy",
                    "referrer-policy",
                    "strict-transport-security",
                    "x-content-type-options",
                    "x-frame-options");

    private SecurityHeaders() {}

    /** A nonce is another one each time; what is said of it stays. */
    static SortedMap<String, String> of(HttpHeaders headers, String html) {
        var said = new TreeMap<String, String>();
        for (var name : NAMES) {
            var values = headers.allValues(name);
            if (!values.isEmpty()) {
                said.put(name, masked(String.join(", ", values)));
            }
        }
        var inPage =
                Jsoup.parse(html)
                        .select("meta[http-equiv=content-security-policy]")
                        .eachAttr("content");
        if (!inPage.isEmpty()) {
            said.put("content-security-policy (meta)", masked(String.join(", ", inPage)));
        }
        return said;
    }

    private static String masked(String value) {
        return value.replaceAll("'nonce-[0-9A-Za-z+/_=-]+'", "'nonce-…'").strip();
    }
}
