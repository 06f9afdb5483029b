package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.EventField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What in a request shows that somebody looks at the shop: a part of a page, or a page that is not
 * itself where attacks are aimed. A tool that goes straight to the login or the checkout shows
 * neither.
 */
final class BrowserSigns {

    private static final Set<Long> PARTS =
            Stream.of(
                            "css", "js", "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico",
                            "woff", "woff2", "ttf", "mp4", "webm")
                    .map(BrowserSigns::number)
                    .collect(Collectors.toUnmodifiableSet());
    private static final List<String> NO_LOOKING_AROUND =
            List.of(
                    "/wp-json",
                    "rest_route=",
                    "wc-ajax=",
                    "wc-api=",
                    "/wp-login.php",
                    "/wp-admin",
                    "/xmlrpc.php",
                    "/wp-cron.php",
                    "/checkout",
                    "/cart",
                    "/kasse",
                    "/warenkorb",
                    "/panier",
                    "/commande",
                    "/carrito",
                    "/finalizar-compra",
                    "/carrello",
                    "/pagamento",
                    "/winkelmand",
                    "/afrekenen",
                    "/feed",
                    "robots.txt",
                    "sitemap",
                    "s=",
                    "author=");
    private static final int LONGEST_EXTENSION = 5;

    private final List<byte[]> elsewhere;

    BrowserSigns(List<String> accountPaths) {
        elsewhere =
                Stream.concat(NO_LOOKING_AROUND.stream(), accountPaths.stream())
                        .map(each -> each.getBytes(StandardCharsets.UTF_8))
                        .collect(Collectors.toUnmodifiableList());
    }

    /**
     * The bits of {@link Visits} that this line sets.
     *
     * @param known those that are set already
     */
    int in(EventCursor event, int known) {
        int status = event.status();
        if (event.isPost() || status != 200 && status != 304 && status != 206) {
            return 0;
        }
        byte[] bytes = event.bytes();
        int from = event.from(EventField.PATH);
        int to = event.to(EventField.PATH);
        if (from == to) {
            return 0;
        }
        if (isPart(bytes, from, to)) {
            return Visits.ASSET;
        }
        if ((known & Visits.PAGE) != 0) {
            return 0;
        }
        return isElsewhere(bytes, from, event.to(EventField.TARGET)) ? Visits.PAGE : 0;
    }

    private boolean isElsewhere(byte[] bytes, int from, int to) {
        for (byte[] each : elsewhere) {
            if (contains(bytes, from, to, each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(byte[] bytes, int from, int to) {
        int dot = to - 1;
        while (dot > from && to - dot <= LONGEST_EXTENSION && bytes[dot] != '.') {
            dot--;
        }
        if (bytes[dot] != '.') {
            return false;
        }
        long extension = 0;
        for (int i = dot + 1; i < to; i++) {
            extension = extension << 8 | bytes[i] & 0xff;
        }
        return PARTS.contains(extension);
    }

    private static long number(String extension) {
        long number = 0;
        for (byte b : extension.getBytes(StandardCharsets.US_ASCII)) {
            number = number << 8 | b;
        }
        return number;
    }

    private static boolean contains(byte[] bytes, int from, int to, byte[] wanted) {
        for (int i = from; i <= to - wanted.length; i++) {
            if (bytes[i] == wanted[0] && matches(bytes, i, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
