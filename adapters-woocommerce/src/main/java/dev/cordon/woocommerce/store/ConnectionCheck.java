package dev.cordon.woocommerce.store;

import dev.cordon.application.store.StoreGateway;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.SystemStatus;
import dev.cordon.domain.store.Verdict;
import dev.cordon.domain.store.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One connection check: tries what can be tried without changing anything in the store. */
final class ConnectionCheck {

    private final StoreGateway gateway;
    private final StoreClient client;
    private final Store store;
    private final StoreAccess access;
    private final Instant now;
    private final Map<Capability, Verdict> verdicts = new EnumMap<>(Capability.class);

    private @Nullable JsonNode site;
    private @Nullable SystemStatus status;

    ConnectionCheck(
            StoreGateway gateway,
            StoreClient client,
            Store store,
            StoreAccess access,
            Instant now) {
        this.gateway = gateway;
        this.client = client;
        this.store = store;
        this.access = access;
        this.now = now;
    }

    ConnectionReport run() {
        switch (client.site(store)) {
            case StoreAnswer.Failed<StoreReply>(var why) when isWholeStore(why) ->
                    nothingKnown(why);
            case StoreAnswer.Failed<StoreReply> _ -> tryAll();
            case StoreAnswer.Ok<StoreReply>(var reply) -> {
                site = reply.json();
                tryAll();
            }
        }
        return new ConnectionReport(store.id(), now, verdicts, facts());
    }

    /** Whether the failure would only repeat itself, at a time-out each. */
    private static boolean isWholeStore(StoreFailure why) {
        return switch (why) {
            case StoreFailure.Unreachable _,
                    StoreFailure.TimedOut _,
                    StoreFailure.TlsRefused _,
                    StoreFailure.ForbiddenAddress _,
                    StoreFailure.Redirected _ ->
                    true;
            case StoreFailure.NoCredential _,
                    StoreFailure.WrongKey _,
                    StoreFailure.WrongSecret _,
                    StoreFailure.SignatureRefused _,
                    StoreFailure.NotPermitted _,
                    StoreFailure.PlainHttp _,
                    StoreFailure.HtmlInsteadOfJson _,
                    StoreFailure.NotUnderstood _,
                    StoreFailure.ServerError _,
                    StoreFailure.RateLimited _,
                    StoreFailure.Truncated _,
                    StoreFailure.TooLarge _,
                    StoreFailure.HostKeyChanged _,
                    StoreFailure.LoginRefused _,
                    StoreFailure.SensorRefused _,
                    StoreFailure.CommandFailed _,
                    StoreFailure.NotThere _,
                    StoreFailure.NoSuchRoute _ ->
                    false;
        };
    }

    private void nothingKnown(StoreFailure why) {
        for (var capability : Capability.values()) {
            verdicts.put(capability, unknown(why));
        }
    }

    private void tryAll() {
        var orders = client.woo(store, StoreClient.firstOf(StoreClient.orders()));
        put(Capability.READ_ORDERS, orders);
        verdicts.put(Capability.WRITE_ORDERS, writing(orders));
        put(
                Capability.READ_CUSTOMERS,
                client.woo(store, StoreClient.firstOf(StoreClient.customers())));
        put(
                Capability.READ_CUSTOMER_ACTIVITY,
                gateway.activeCustomers(store, now, PageCursor.START));
        var said = gateway.systemStatus(store);
        put(Capability.READ_SYSTEM_STATUS, said);
        if (said instanceof StoreAnswer.Ok<SystemStatus>(var value)) {
            status = value;
        }
        put(Capability.READ_PLUGINS, gateway.plugins(store));
        verdicts.put(Capability.MANAGE_PLUGINS, managingPlugins());
        var users = StoreClient.firstOf(StoreClient.users()).with("context", "edit");
        put(Capability.READ_USERS, client.wordPress(store, users));
        var lastHour = new Window(now.minus(Duration.ofHours(1)), now);
        put(
                Capability.READ_LOGIN_SESSIONS,
                gateway.loginSessions(store, lastHour, PageCursor.START));
    }

    private void put(Capability capability, StoreAnswer<?> answer) {
        verdicts.put(
                capability,
                switch (answer) {
                    case StoreAnswer.Ok<?> _ -> new Verdict.Allowed("The store answered.");
                    case StoreAnswer.Failed<?>(var why) -> verdict(why);
                });
    }

    private static Verdict verdict(StoreFailure why) {
        return switch (why) {
            case StoreFailure.NoCredential _,
                    StoreFailure.WrongKey _,
                    StoreFailure.WrongSecret _,
                    StoreFailure.SignatureRefused _,
                    StoreFailure.NotPermitted _,
                    StoreFailure.PlainHttp _,
                    StoreFailure.HostKeyChanged _,
                    StoreFailure.LoginRefused _,
                    StoreFailure.NotThere _,
                    StoreFailure.SensorRefused _,
                    StoreFailure.NoSuchRoute _ ->
                    new Verdict.Refused(why.whatHappened(), why.whatToDo());
            case StoreFailure.HtmlInsteadOfJson _,
                    StoreFailure.NotUnderstood _,
                    StoreFailure.ServerError _,
                    StoreFailure.RateLimited _,
                    StoreFailure.Redirected _,
                    StoreFailure.TimedOut _,
                    StoreFailure.Truncated _,
                    StoreFailure.TooLarge _,
                    StoreFailure.Unreachable _,
                    StoreFailure.TlsRefused _,
                    StoreFailure.CommandFailed _,
                    StoreFailure.ForbiddenAddress _ ->
                    unknown(why);
        };
    }

    private static Verdict unknown(StoreFailure why) {
        return new Verdict.Unknown(why.whatHappened(), why.whatToDo());
    }

    /**
     * {@code Allow} says what the key's user may do. A read-only key says the same as a read/write
     * one, so with a key the question stays open.
     */
    private Verdict writing(StoreAnswer<StoreReply> orders) {
        return switch (orders) {
            case StoreAnswer.Failed<StoreReply>(var why) -> verdict(why);
            case StoreAnswer.Ok<StoreReply>(var reply) when !reply.allows("POST") ->
                    new Verdict.Refused(
                            "The store says that this user may not change orders.",
                            "Use a key of an administrator or shop manager.");
            case StoreAnswer.Ok<StoreReply> _ when access.key() == null ->
                    new Verdict.Allowed("The store says that this user may; it was not tried.");
            case StoreAnswer.Ok<StoreReply> _ ->
                    new Verdict.Unknown(
                            "The key's user may change orders. Whether the key itself is read-only"
                                    + " shows only when something is changed, so it was not tried.",
                            "Look under WooCommerce, Settings, Advanced, REST API: Read/Write.");
        };
    }

    private Verdict managingPlugins() {
        var self = StoreClient.self().with("context", "edit").with("_fields", "id,capabilities");
        return switch (client.wordPress(store, self)) {
            case StoreAnswer.Failed<StoreReply>(var why) -> verdict(why);
            case StoreAnswer.Ok<StoreReply>(var reply)
                    when reply.json()
                            .path("capabilities")
                            .path("activate_plugins")
                            .asBoolean(false) ->
                    new Verdict.Allowed("The user has activate_plugins; it was not tried.");
            case StoreAnswer.Ok<StoreReply> _ ->
                    new Verdict.Refused(
                            "The user lacks activate_plugins.",
                            "Use an application password of an administrator.");
        };
    }

    private ConnectionReport.Facts facts() {
        return new ConnectionReport.Facts(
                store.url().isHttps(),
                said("name"),
                said("timezone_string"),
                status == null ? null : status.wooCommerceVersion(),
                status == null ? null : status.wordPressVersion(),
                status == null ? null : status.phpVersion(),
                status == null ? null : status.highPerformanceOrderStorage(),
                status == null ? null : status.plugins().size());
    }

    private @Nullable String said(String field) {
        if (site == null) {
            return null;
        }
        var text = site.path(field).asString("");
        return text.isBlank() ? null : text;
    }
}
