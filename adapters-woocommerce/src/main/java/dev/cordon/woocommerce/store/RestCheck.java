package dev.cordon.woocommerce.store;

import static dev.cordon.woocommerce.store.Findings.answered;
import static dev.cordon.woocommerce.store.Findings.failed;
import static dev.cordon.woocommerce.store.Findings.may;
import static dev.cordon.woocommerce.store.Findings.mayNot;

import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.RestCredential;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.SystemStatus;
import dev.cordon.domain.store.Verdict;
import org.jspecify.annotations.Nullable;

/** What one credential of the store's REST interfaces lets Cordon do; nothing is changed. */
final class RestCheck {

    private final StoreClient client;
    private final Store store;
    private final RestCredential credential;
    private final Findings findings;
    private final ConnectionKind way;

    RestCheck(StoreClient client, Store store, RestCredential credential, Findings findings) {
        this.client = client;
        this.store = store;
        this.credential = credential;
        this.findings = findings;
        this.way = credential.kind();
    }

    /** What the store says of itself, or null. */
    @Nullable SystemStatus run() {
        var orders = ask(StoreClient.firstOf(StoreClient.orders()));
        put(Capability.READ_ORDERS, answered(orders));
        put(Capability.HOLD_ORDERS, changing(orders));
        put(Capability.READ_CUSTOMERS, answered(ask(StoreClient.firstOf(StoreClient.customers()))));
        put(
                Capability.READ_CUSTOMER_ACTIVITY,
                answered(ask(StoreClient.firstOf(StoreClient.customerReport()))));
        put(Capability.SWITCH_GATEWAYS, managing(ask(StoreClient.gateways())));
        put(Capability.LIMIT_CHECKOUT, managing(ask(StoreClient.checkoutLimit())));
        put(Capability.MANAGE_WEBHOOKS, changing(ask(StoreClient.firstOf(StoreClient.webhooks()))));
        if (credential instanceof RestCredential.ApplicationPassword) {
            wordPress();
        }
        return status();
    }

    private @Nullable SystemStatus status() {
        var status =
                Reading.one(
                        ask(
                                StoreClient.systemStatus()
                                        .with("_fields", WooCommerceStoreGateway.STATUS_FIELDS)),
                        Records::systemStatus);
        put(Capability.READ_SYSTEM_STATUS, answered(status));
        return status instanceof StoreAnswer.Ok<SystemStatus>(var value) ? value : null;
    }

    private void wordPress() {
        var plugins = StoreClient.plugins().with("_fields", "plugin,status,name,version");
        put(Capability.READ_PLUGINS, answered(ask(plugins)));
        var users = StoreClient.firstOf(StoreClient.users()).with("context", "edit");
        put(Capability.READ_USERS, answered(ask(users)));
        var sessions = StoreClient.firstOf(StoreClient.sessions());
        put(Capability.READ_LOGIN_SESSIONS, answered(ask(sessions)));
        var self =
                ask(StoreClient.self().with("context", "edit").with("_fields", "id,capabilities"));
        put(Capability.DEACTIVATE_PLUGINS, right(self, "activate_plugins"));
        put(Capability.CHANGE_USERS, right(self, "promote_users"));
        put(Capability.RESET_PASSWORDS, right(self, "edit_users"));
        put(Capability.REVOKE_APPLICATION_PASSWORDS, right(self, "edit_users"));
    }

    private StoreAnswer<StoreReply> ask(Query query) {
        return client.with(credential, store, query);
    }

    private void put(Capability capability, Verdict verdict) {
        findings.put(capability, way, verdict);
    }

    /** {@code Allow} says what the credential's user may do, not what mode a key has. */
    private Verdict changing(StoreAnswer<StoreReply> list) {
        return list instanceof StoreAnswer.Ok<StoreReply>(var reply) && !reply.allows("POST")
                ? mayNot(Finding.USER_MAY_NOT)
                : managing(list);
    }

    /** Who may read settings and gateways may change them: WooCommerce has one right for both. */
    private Verdict managing(StoreAnswer<StoreReply> answer) {
        return switch (answer) {
            case StoreAnswer.Failed<StoreReply>(var why) -> failed(why);
            case StoreAnswer.Ok<StoreReply> _ when credential instanceof RestCredential.WooKey ->
                    new Verdict.Unknown(Finding.KEY_MODE_OPEN.reason());
            case StoreAnswer.Ok<StoreReply> _ -> may(Finding.USER_MAY);
        };
    }

    private static Verdict right(StoreAnswer<StoreReply> self, String right) {
        return switch (self) {
            case StoreAnswer.Failed<StoreReply>(var why) -> failed(why);
            case StoreAnswer.Ok<StoreReply>(var reply)
                    when reply.json().path("capabilities").path(right).asBoolean(false) ->
                    may(Finding.HAS_RIGHT, right);
            case StoreAnswer.Ok<StoreReply> _ -> mayNot(Finding.LACKS_RIGHT, right);
        };
    }

    /** Whether the failure would only repeat itself, at a time-out each. */
    static boolean isWholeStore(StoreFailure why) {
        return switch (why) {
            case StoreFailure.Unreachable _,
                    StoreFailure.TimedOut _,
                    StoreFailure.TlsRefused _,
                    StoreFailure.ForbiddenAddress _,
                    StoreFailure.RateLimited _,
                    StoreFailure.Redirected _ ->
                    true;
            case StoreFailure.ServerError(var status) -> status == 503;
            case StoreFailure.NoCredential _,
                    StoreFailure.WrongKey _,
                    StoreFailure.WrongSecret _,
                    StoreFailure.SignatureRefused _,
                    StoreFailure.NotPermitted _,
                    StoreFailure.PlainHttp _,
                    StoreFailure.HtmlInsteadOfJson _,
                    StoreFailure.NotUnderstood _,
                    StoreFailure.Truncated _,
                    StoreFailure.TooLarge _,
                    StoreFailure.HostKeyChanged _,
                    StoreFailure.LoginRefused _,
                    StoreFailure.CommandFailed _,
                    StoreFailure.SensorRefused _,
                    StoreFailure.NotThere _,
                    StoreFailure.NoSuchRoute _ ->
                    false;
        };
    }
}
