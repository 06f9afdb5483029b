package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Window;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    /** In UTC and with {@code Z}: without it WooCommerce takes the shop's local time. */
    Query at(String name, Instant moment) {
        return with(name, moment.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** A second more on each side: WooCommerce keeps whole seconds and leaves the bounds out. */
    Query within(Window window) {
        return at("after", window.from().minusSeconds(1))
                .at("before", window.until().plusSeconds(1));
    }
}
