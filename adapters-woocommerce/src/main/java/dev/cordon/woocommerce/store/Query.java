package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Window;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

/** A route and its parameters, percent-encoded. */
record Query(String reference) {

    static Query of(String route) {
        return new Query(route);
    }

    Query with(String name, String value) {
        var sign = reference.indexOf('?') < 0 ? '?' : '&';
        return new Query(
                reference + sign + name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    Query page(PageCursor cursor, int size) {
        return with("per_page", Integer.toString(size))
                .with("page", Integer.toString(cursor.page()));
    }

    /**
     * A second more on each side: WooCommerce keeps whole seconds and leaves the bounds out. Always
     * with {@code Z}, for without it WooCommerce takes the shop's local time.
     */
    Query within(Window window) {
        var after = window.from().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
        var before = window.until().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return with("after", after.toString()).with("before", before.toString());
    }
}
