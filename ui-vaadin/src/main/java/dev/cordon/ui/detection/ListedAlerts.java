package dev.cordon.ui.detection;

import com.vaadin.flow.router.QueryParameters;
import dev.cordon.application.detection.Alerts;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What of the alerts is listed, as the address of the page says it: {@code
 * ?status=all&severity=high&kind=scanner&store=ID&mine&q=words}. What is not said does not narrow,
 * except that without a status the open ones are meant.
 *
 * @param mine only what the viewer has, or had
 * @param text words, or an address
 */
record ListedAlerts(
        Standing standing,
        boolean mine,
        @Nullable AlertSeverity severity,
        @Nullable AttackKind kind,
        @Nullable StoreId store,
        String text) {

    static final ListedAlerts OPEN = new ListedAlerts(Standing.OPEN, false, null, null, null, "");

    private static final int LONGEST_TEXT = 200;

    /** Which statuses. */
    enum Standing {
        OPEN,
        SUPPRESSED,
        ALL
    }

    /** As the address says; what it says wrongly counts as not said. */
    static ListedAlerts of(QueryParameters said) {
        var text = said.getSingleParameter("q").orElse("");
        return new ListedAlerts(
                one(said, "status", Standing.values(), ListedAlerts::small).orElse(Standing.OPEN),
                said.getSingleParameter("mine").isPresent(),
                one(said, "severity", AlertSeverity.values(), ListedAlerts::small).orElse(null),
                one(said, "kind", AttackKind.values(), AttackKind::label).orElse(null),
                said.getSingleParameter("store").map(ListedAlerts::storeId).orElse(null),
                text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }

    QueryParameters said() {
        var said = new LinkedHashMap<String, String>();
        if (standing != Standing.OPEN) {
            said.put("status", small(standing));
        }
        if (mine) {
            said.put("mine", "");
        }
        if (severity != null) {
            said.put("severity", small(severity));
        }
        if (kind != null) {
            said.put("kind", kind.label());
        }
        if (store != null) {
            said.put("store", store.toString());
        }
        if (!text.isBlank()) {
            said.put("q", text.strip());
        }
        return QueryParameters.simple(said);
    }

    /** {@code ?mine}, or nothing. */
    String query() {
        var said = said().getQueryString();
        return said.isEmpty() ? "" : "?" + said;
    }

    Alerts.Filter filter(Actor viewer) {
        var filter =
                statuses()
                        .with(severity, kind)
                        .in(store)
                        .heldBy(mine && viewer instanceof Actor.Person me ? me : null);
        var words = text.strip();
        var address = Address.of(words).orElse(null);
        return address == null ? filter.saying(words) : filter.naming(address);
    }

    private Alerts.Filter statuses() {
        return switch (standing) {
            case OPEN -> Alerts.Filter.OPEN;
            case SUPPRESSED -> Alerts.Filter.of(Set.of(AlertStatus.SUPPRESSED));
            case ALL -> Alerts.Filter.EVERYTHING;
        };
    }

    /** Those, or all again if it was those already. */
    ListedAlerts only(Standing chosen) {
        return new ListedAlerts(
                standing == chosen ? Standing.ALL : chosen, mine, severity, kind, store, text);
    }

    ListedAlerts turnMine() {
        return new ListedAlerts(standing, !mine, severity, kind, store, text);
    }

    /** Those, or of any severity if it was those already. */
    ListedAlerts only(AlertSeverity chosen) {
        return new ListedAlerts(
                standing, mine, severity == chosen ? null : chosen, kind, store, text);
    }

    ListedAlerts of(@Nullable AttackKind chosen) {
        return new ListedAlerts(standing, mine, severity, chosen, store, text);
    }

    ListedAlerts in(@Nullable StoreId chosen) {
        return new ListedAlerts(standing, mine, severity, kind, chosen, text);
    }

    /** In no store but these. */
    ListedAlerts within(Map<StoreId, String> stores) {
        return store == null || stores.containsKey(store) ? this : in(null);
    }

    ListedAlerts saying(String words) {
        return new ListedAlerts(standing, mine, severity, kind, store, words);
    }

    private static <T> Optional<T> one(
            QueryParameters said, String name, T[] all, Function<T, String> label) {
        var wanted = said.getSingleParameter(name).orElse("");
        return Arrays.stream(all).filter(each -> label.apply(each).equals(wanted)).findFirst();
    }

    private static @Nullable StoreId storeId(String text) {
        try {
            return StoreId.of(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String small(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
