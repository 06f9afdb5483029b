package dev.cordon.woocommerce.store;

import dev.cordon.application.store.StoreCredentials;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.RestCredential;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import org.jspecify.annotations.Nullable;

/** Asks each of a store's API families with the credential that it understands. */
final class StoreClient {

    private static final String WOO = "/wp-json/wc/v3/";
    private static final String ANALYTICS = "/wp-json/wc-analytics/";
    private static final String WORDPRESS = "/wp-json/wp/v2/";
    private static final String SENSOR = "/wp-json/cordon-sensor/v1/";

    private final StoreCalls calls;
    private final StoreCredentials credentials;

    StoreClient(StoreCalls calls, StoreCredentials credentials) {
        this.calls = calls;
        this.credentials = credentials;
    }

    static Query orders() {
        return Query.of(WOO + "orders");
    }

    static Query customers() {
        return Query.of(WOO + "customers");
    }

    static Query gateways() {
        return Query.of(WOO + "payment_gateways").with("_fields", "id,enabled");
    }

    /** With their settings, secret ones too. */
    static Query allGateways() {
        return Query.of(WOO + "payment_gateways");
    }

    static Query themes() {
        return Query.of(WORDPRESS + "themes");
    }

    static Query siteSettings() {
        return Query.of(WORDPRESS + "settings");
    }

    static Query gatewaySettings() {
        return Query.of(WOO + "payment_gateways")
                .with("_fields", "id,method_title,enabled,settings");
    }

    static Query checkoutLimit() {
        return Query.of(WOO + "settings/advanced/woocommerce_feature_rate_limit_checkout_enabled");
    }

    static Query webhooks() {
        return Query.of(WOO + "webhooks");
    }

    static Query systemStatus() {
        return Query.of(WOO + "system_status");
    }

    static Query customerReport() {
        return Query.of(ANALYTICS + "reports/customers");
    }

    static Query plugins() {
        return Query.of(WORDPRESS + "plugins");
    }

    static Query users() {
        return Query.of(WORDPRESS + "users");
    }

    static Query applicationPasswords(String user) {
        return Query.of(WORDPRESS + "users/" + user + "/application-passwords");
    }

    static Query self() {
        return Query.of(WORDPRESS + "users/me");
    }

    static Query sessions() {
        return Query.of(SENSOR + "sessions");
    }

    static Query firstOf(Query list) {
        return list.page(PageCursor.START, 1).with("_fields", "id");
    }

    StoreCalls calls() {
        return calls;
    }

    /** Shows that credential, whatever else is kept. */
    StoreAnswer<StoreReply> with(RestCredential credential, Store store, Query query) {
        return calls.get(store.url(), query.reference(), credential);
    }

    /** WooCommerce's routes: a key is enough. */
    StoreAnswer<StoreReply> woo(Store store, Query query) {
        return call(
                store,
                query,
                credentials.of(store.id()).forWooCommerce(),
                new StoreFailure.NoCredential("WooCommerce key or application password"));
    }

    /** WordPress's routes: they know no WooCommerce key. */
    StoreAnswer<StoreReply> wordPress(Store store, Query query) {
        return call(store, query, credentials.of(store.id()).forWordPress(), noPassword());
    }

    /**
     * The sensor plugin's routes, which know no WooCommerce key either. Without a password the
     * question is asked as nobody: then 404 still tells that the plugin is missing.
     */
    StoreAnswer<StoreReply> sensor(Store store, Query query) {
        var password = credentials.of(store.id()).forWordPress();
        var reply = calls.get(store.url(), query.reference(), password);
        return password == null
                        && reply instanceof StoreAnswer.Failed<StoreReply>(StoreFailure.WrongKey _)
                ? new StoreAnswer.Failed<>(noPassword())
                : reply;
    }

    /** What the site tells anybody: its name, its zone. The whole index would be 1.2 MB. */
    StoreAnswer<StoreReply> site(Store store) {
        var query =
                Query.of("/wp-json/")
                        .with("_fields", "name,url,home,namespaces,authentication,timezone_string");
        return calls.get(store.url(), query.reference(), null);
    }

    private StoreAnswer<StoreReply> call(
            Store store, Query query, @Nullable RestCredential credential, StoreFailure without) {
        return credential == null
                ? new StoreAnswer.Failed<>(without)
                : calls.get(store.url(), query.reference(), credential);
    }

    private static StoreFailure noPassword() {
        return new StoreFailure.NoCredential(
                "application password (a WooCommerce key does not open WordPress's routes)");
    }
}
