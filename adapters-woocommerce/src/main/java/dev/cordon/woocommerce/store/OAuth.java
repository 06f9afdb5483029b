package dev.cordon.woocommerce.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.store.RestCredential.WooKey;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a call with a WooCommerce key (OAuth 1.0a, HMAC-SHA256), the only way in which WooCommerce
 * takes a key without encryption. The secret does not leave Cordon; what is asked and answered can
 * be read on the way all the same.
 */
public final class OAuth {

    private static final String METHOD = "HMAC-SHA256";

    private OAuth() {}

    /**
     * The {@code Authorization} header. In the address the key would be written into access logs.
     *
     * @param address of the call, with its query; a list is written {@code name[0]=…}, because the
     *     store counts its items before it signs
     * @param nonce never twice within a quarter of an hour
     */
    public static String header(WooKey key, String method, URI address, Instant at, String nonce) {
        var oauth =
                List.of(
                        Map.entry("oauth_consumer_key", key.consumerKey()),
                        Map.entry("oauth_nonce", nonce),
                        Map.entry("oauth_signature_method", METHOD),
                        Map.entry("oauth_timestamp", Long.toString(at.getEpochSecond())),
                        Map.entry("oauth_version", "1.0"));
        var signature = signature(key, method, address, oauth);
        return Stream.concat(oauth.stream(), Stream.of(Map.entry("oauth_signature", signature)))
                .map(each -> each.getKey() + "=\"" + encoded(each.getValue()) + "\"")
                .collect(Collectors.joining(", ", "OAuth ", ""));
    }

    private static String signature(
            WooKey key, String method, URI address, List<Map.Entry<String, String>> oauth) {
        var parameters =
                Stream.concat(query(address), oauth.stream())
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .sorted(Comparator.naturalOrder())
                        .collect(Collectors.joining("&"));
        var text = method + "&" + encoded(withoutQuery(address)) + "&" + encoded(parameters);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((key.consumerSecret() + "&").getBytes(UTF_8), METHOD));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static Stream<Map.Entry<String, String>> query(URI address) {
        var query = address.getRawQuery();
        return query == null
                ? Stream.empty()
                : Arrays.stream(query.split("&")).map(OAuth::parameter);
    }

    private static Map.Entry<String, String> parameter(String pair) {
        int sign = pair.indexOf('=');
        return sign < 0
                ? Map.entry(URLDecoder.decode(pair, UTF_8), "")
                : Map.entry(
                        URLDecoder.decode(pair.substring(0, sign), UTF_8),
                        URLDecoder.decode(pair.substring(sign + 1), UTF_8));
    }

    private static String withoutQuery(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }

    /** As RFC 3986 has it, where {@link URLEncoder} does as forms do. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
