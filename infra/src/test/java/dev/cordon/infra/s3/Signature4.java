package dev.cordon.infra.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a request as AWS Signature Version 4 has it, header form. */
final class Signature4 {

    private static final Pattern HEADER =
            Pattern.compile(
                    "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/s3/aws4_request,"
                            + " ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private final String access;
    private final String secret;

    Signature4(String access, String secret) {
        this.access = access;
        this.secret = secret;
    }

    void check(HttpExchange exchange, byte[] body) {
        var said = exchange.getRequestHeaders().getFirst("Authorization");
        var parts = HEADER.matcher(said == null ? "" : said);
        if (!parts.matches()) {
            throw Refusal.denied();
        }
        if (!parts.group(1).equals(access)) {
            throw new Refusal(403, "InvalidAccessKeyId");
        }
        var payload = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        if (payload == null
                || !payload.equals("UNSIGNED-PAYLOAD")
                        && !payload.equals(Digests.hex("SHA-256", body))) {
            throw new Refusal(400, "XAmzContentSHA256Mismatch");
        }
        var scope = "%s/%s/s3/aws4_request".formatted(parts.group(2), parts.group(3));
        var text =
                "AWS4-HMAC-SHA256\n%s\n%s\n%s"
                        .formatted(
                                exchange.getRequestHeaders().getFirst("x-amz-date"),
                                scope,
                                Digests.hex(
                                        "SHA-256",
                                        canonical(exchange, parts.group(4), payload)
                                                .getBytes(UTF_8)));
        var key = hmac(("AWS4" + secret).getBytes(UTF_8), parts.group(2));
        key = hmac(hmac(hmac(key, parts.group(3)), "s3"), "aws4_request");
        if (!HexFormat.of().formatHex(hmac(key, text)).equals(parts.group(5))) {
            throw new Refusal(403, "SignatureDoesNotMatch");
        }
    }

    private static String canonical(HttpExchange exchange, String signed, String payload) {
        var uri = exchange.getRequestURI();
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        var sorted =
                Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> part.contains("=") ? part : part + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
        var headers =
                Arrays.stream(signed.split(";"))
                        .map(name -> name + ":" + value(exchange, name) + "\n")
                        .collect(Collectors.joining());
        return String.join(
                "\n",
                exchange.getRequestMethod(),
                uri.getRawPath(),
                sorted,
                headers,
                signed,
                payload);
    }

    private static String value(HttpExchange exchange, String name) {
        var values = exchange.getRequestHeaders().get(name.toLowerCase(Locale.ROOT));
        return values == null ? "" : String.join(",", values).strip();
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
