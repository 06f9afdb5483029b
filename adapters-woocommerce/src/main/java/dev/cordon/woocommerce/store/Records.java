package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.ActiveCustomer;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.Plugin;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreOrder;
import dev.cordon.domain.store.SystemStatus;
import dev.cordon.domain.store.mirror.MirroredOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads WooCommerce's records leniently: a missing text is empty, a number may come as a text. Only
 * what the answer would be worthless without (an id, a time) must be there.
 */
final class Records {

    private Records() {}

    /** A record lacks what makes it one. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String what) {
            super(what);
        }
    }

    static StoreOrder order(JsonNode order) {
        long id = id(order, "order");
        var billing = order.path("billing");
        var buyer =
                new StoreCustomer(
                        order.path("customer_id").asLong(0),
                        text(billing, "email"),
                        text(billing, "first_name"),
                        text(billing, "last_name"),
                        text(billing, "country"),
                        text(billing, "state"),
                        null);
        return new StoreOrder(
                id,
                text(order, "number"),
                text(order, "status"),
                utc(text(order, "date_created_gmt"), "order " + id),
                buyer,
                text(order, "customer_ip_address"));
    }

    static MirroredOrder mirroredOrder(JsonNode order) {
        var read = order(order);
        return new MirroredOrder(
                read,
                utc(text(order, "date_modified_gmt"), "order " + read.id()),
                text(order, "payment_method"));
    }

    static StoreCustomer customer(JsonNode customer) {
        var billing = customer.path("billing");
        return new StoreCustomer(
                id(customer, "customer"),
                text(customer, "email"),
                either(text(customer, "first_name"), text(billing, "first_name")),
                either(text(customer, "last_name"), text(billing, "last_name")),
                text(billing, "country"),
                text(billing, "state"),
                null);
    }

    /** An account that was never used was last used at the epoch. */
    static ActiveCustomer active(JsonNode customer) {
        return new ActiveCustomer(
                new StoreCustomer(
                        customer.path("user_id").asLong(0),
                        text(customer, "email"),
                        text(customer, "first_name"),
                        text(customer, "last_name"),
                        text(customer, "country"),
                        text(customer, "state"),
                        null),
                lastUse(customer));
    }

    /**
     * WooCommerce's two times of it are swapped (the one that says {@code gmt} is the shop's own),
     * and a login counts by its day alone: the end of the later one's day is never too early.
     */
    private static Instant lastUse(JsonNode customer) {
        return Stream.of("date_last_active", "date_last_active_gmt")
                .map(field -> text(customer, field))
                .filter(time -> !time.isEmpty())
                .map(time -> utc(time, "customer"))
                .max(Comparator.naturalOrder())
                .map(time -> time.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS))
                .orElse(Instant.EPOCH);
    }

    static LoginSession session(JsonNode session) {
        long account = id(session.path("account"), "session");
        var who = session.path("account");
        return new LoginSession(
                new StoreCustomer(
                        account,
                        text(who, "email"),
                        text(who, "first_name"),
                        text(who, "last_name"),
                        text(who, "country"),
                        text(who, "state"),
                        language(text(who, "locale"))),
                text(session, "ip"),
                utc(text(session, "logged_in_gmt"), "session of account " + account),
                text(session, "user_agent"),
                session.path("made_up").asBoolean(false));
    }

    static Plugin plugin(JsonNode plugin) {
        return new Plugin(
                text(plugin, "plugin"),
                text(plugin, "name"),
                text(plugin, "version"),
                text(plugin, "status").endsWith("inactive")
                        ? Plugin.State.INACTIVE
                        : Plugin.State.ACTIVE,
                null);
    }

    static SystemStatus systemStatus(JsonNode status) {
        var environment = status.path("environment");
        if (!environment.isObject()) {
            throw new Unreadable("the system status says nothing of its environment");
        }
        var dropins = status.path("dropins_mu_plugins");
        var plugins = new ArrayList<Plugin>();
        addAll(plugins, status.path("active_plugins"), Plugin.State.ACTIVE);
        addAll(plugins, status.path("inactive_plugins"), Plugin.State.INACTIVE);
        addAll(plugins, dropins.path("mu_plugins"), Plugin.State.MUST_USE);
        addAll(plugins, dropins.path("dropins"), Plugin.State.DROP_IN);
        return new SystemStatus(
                text(environment, "version"),
                text(environment, "wp_version"),
                text(environment, "php_version"),
                orderStorage(status.path("settings")),
                plugins);
    }

    private static void addAll(List<Plugin> plugins, JsonNode list, Plugin.State state) {
        for (var plugin : list) {
            var latest = text(plugin, "version_latest");
            plugins.add(
                    new Plugin(
                            text(plugin, "plugin").replaceFirst("\\.php$", ""),
                            text(plugin, "name"),
                            text(plugin, "version"),
                            state,
                            latest.isEmpty() ? null : latest));
        }
    }

    private static @Nullable Boolean orderStorage(JsonNode settings) {
        var said = settings.path("HPOS_enabled");
        if (!said.isMissingNode()) {
            return said.asBoolean(false);
        }
        var datastore = text(settings, "order_datastore");
        return datastore.isEmpty() ? null : datastore.contains("OrdersTableDataStore");
    }

    /** {@code *_gmt} is UTC without saying so. */
    private static Instant utc(String said, String what) {
        try {
            return said.endsWith("Z")
                    ? Instant.parse(said)
                    : LocalDateTime.parse(said).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Unreadable(what + " has no time");
        }
    }

    private static long id(JsonNode node, String what) {
        long id = node.path("id").asLong(0);
        if (id <= 0) {
            throw new Unreadable("a " + what + " has no id");
        }
        return id;
    }

    /** WordPress writes {@code de_DE_formal}; the first two parts are the language. */
    private static @Nullable Locale language(String locale) {
        var parts = locale.split("_", -1);
        var language = Locale.forLanguageTag(parts[0]);
        return language.getLanguage().isEmpty() ? null : language;
    }

    private static String either(String first, String second) {
        return first.isBlank() ? second : first;
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    }
}
