package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Plugin;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StorePage;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the REST interfaces show of a store. They list no keys of WooCommerce, no cron events and
 * few options; themes and accounts only to an application password.
 */
final class RestInventory {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    /** Each account's passwords are a call of its own. */
    private static final int MOST_ACCOUNTS = 50;

    private static final ConnectionKind PASSWORD = ConnectionKind.APPLICATION_PASSWORD;

    private static final String RIGHTS =
            InventoryItems.ADMINISTRATING.stream().sorted().collect(Collectors.joining(","))
                    + ",list_users,unfiltered_html,manage_woocommerce,edit_shop_orders"
                    + ",edit_others_posts,edit_others_pages,publish_posts,upload_files";

    private final StoreClient client;
    private final Store store;
    private final StoreAccess access;
    private final InventorySoFar taken = new InventorySoFar();
    private final List<InventoryItem> options = new ArrayList<>();

    RestInventory(StoreClient client, Store store, StoreAccess access) {
        this.client = client;
        this.store = store;
        this.access = access;
    }

    Inventory read(Instant at) {
        if (access.forWooCommerce() != null) {
            readShop(access.key() != null ? ConnectionKind.REST_KEY : PASSWORD);
        } else {
            for (var kind : ItemKind.values()) {
                taken.needs(kind, ConnectionKind.REST_KEY);
            }
        }
        taken.needs(ItemKind.REST_KEY, ConnectionKind.SHELL);
        taken.needs(ItemKind.CRON_EVENT, ConnectionKind.SHELL);
        taken.needs(ItemKind.OPTION, ConnectionKind.SHELL);
        if (access.forWordPress() != null) {
            readSite();
        } else {
            taken.needs(ItemKind.THEME, PASSWORD);
            taken.needs(ItemKind.USER, PASSWORD);
            taken.needs(ItemKind.APPLICATION_PASSWORD, PASSWORD);
        }
        if (!options.isEmpty()) {
            taken.partly(
                    ItemKind.OPTION,
                    access.key() != null ? ConnectionKind.REST_KEY : PASSWORD,
                    options);
        }
        return taken.done(store.id(), at);
    }

    private void readShop(ConnectionKind by) {
        var query =
                StoreClient.systemStatus().with("_fields", WooCommerceStoreGateway.STATUS_FIELDS);
        switch (Reading.one(client.woo(store, query), Status::of)) {
            case StoreAnswer.Failed<Status>(var why) -> {
                for (var kind :
                        List.of(
                                ItemKind.CORE,
                                ItemKind.PLUGIN,
                                ItemKind.MUST_USE_PLUGIN,
                                ItemKind.DROP_IN)) {
                    taken.failed(kind, by, why);
                }
            }
            case StoreAnswer.Ok<Status>(var status) -> {
                taken.whole(ItemKind.CORE, by, status.core());
                taken.whole(ItemKind.PLUGIN, by, status.of(ItemKind.PLUGIN));
                taken.whole(ItemKind.MUST_USE_PLUGIN, by, status.of(ItemKind.MUST_USE_PLUGIN));
                taken.whole(ItemKind.DROP_IN, by, status.of(ItemKind.DROP_IN));
                options.addAll(status.options());
            }
        }
        taken.answered(
                ItemKind.GATEWAY,
                by,
                Reading.all(
                        client.woo(
                                store, StoreClient.gatewaySettings().with("per_page", "" + PAGE)),
                        RestInventory::gateway));
        taken.answered(
                ItemKind.WEBHOOK,
                by,
                pages(
                        cursor ->
                                Reading.page(
                                        client.woo(
                                                store, StoreClient.webhooks().page(cursor, PAGE)),
                                        cursor,
                                        PAGE,
                                        RestInventory::webhook,
                                        _ -> true)));
    }

    private void readSite() {
        taken.answered(
                ItemKind.THEME,
                PASSWORD,
                Reading.all(
                        client.wordPress(
                                store,
                                StoreClient.themes()
                                        .with("_fields", "stylesheet,version,name,status")),
                        RestInventory::theme));
        var users =
                pages(
                        cursor ->
                                Reading.page(
                                        client.wordPress(
                                                store,
                                                StoreClient.users()
                                                        .page(cursor, PAGE)
                                                        .with("context", "edit")
                                                        .with("capabilities", RIGHTS)
                                                        .with(
                                                                "_fields",
                                                                "id,username,email,roles,"
                                                                        + "registered_date,"
                                                                        + "capabilities")),
                                        cursor,
                                        PAGE,
                                        RestInventory::user,
                                        _ -> true));
        taken.answered(ItemKind.USER, PASSWORD, users);
        switch (users) {
            case StoreAnswer.Failed<List<InventoryItem>>(var why) ->
                    taken.failed(ItemKind.APPLICATION_PASSWORD, PASSWORD, why);
            case StoreAnswer.Ok<List<InventoryItem>>(var found) -> readPasswords(found);
        }
    }

    private void readPasswords(List<InventoryItem> users) {
        var all = new ArrayList<InventoryItem>();
        for (var user : users.stream().limit(MOST_ACCOUNTS).toList()) {
            var id = user.key().id();
            var answer =
                    Reading.all(
                            client.wordPress(store, StoreClient.applicationPasswords(id)),
                            each -> password(id, each));
            switch (answer) {
                case StoreAnswer.Failed<List<InventoryItem>>(var why) -> {
                    taken.failed(ItemKind.APPLICATION_PASSWORD, PASSWORD, why);
                    return;
                }
                case StoreAnswer.Ok<List<InventoryItem>>(var found) -> all.addAll(found);
            }
        }
        // Passwords of accounts without rights are not asked for, so it is never all of them.
        taken.partly(ItemKind.APPLICATION_PASSWORD, PASSWORD, all);
    }

    private interface Pages {
        StoreAnswer<StorePage<InventoryItem>> at(PageCursor cursor);
    }

    private static StoreAnswer<List<InventoryItem>> pages(Pages pages) {
        var all = new ArrayList<InventoryItem>();
        PageCursor cursor = PageCursor.START;
        for (int read = 0; cursor != null && read < MOST_PAGES; read++) {
            switch (pages.at(cursor)) {
                case StoreAnswer.Failed<StorePage<InventoryItem>>(var why) -> {
                    return new StoreAnswer.Failed<>(why);
                }
                case StoreAnswer.Ok<StorePage<InventoryItem>>(var page) -> {
                    all.addAll(page.items());
                    cursor = page.next();
                }
            }
        }
        return cursor == null
                ? new StoreAnswer.Ok<>(all)
                : new StoreAnswer.Failed<>(
                        new StoreFailure.NotUnderstood("it has more pages than are read"));
    }

    /** What the system status shows. */
    private record Status(
            List<InventoryItem> core, List<InventoryItem> software, List<InventoryItem> options) {

        static Status of(JsonNode node) {
            var environment = node.path("environment");
            var status = Records.systemStatus(node);
            return new Status(
                    List.of(
                            InventoryItems.core("wordpress", status.wordPressVersion()),
                            InventoryItems.core("php", status.phpVersion()),
                            InventoryItems.core(
                                    "database",
                                    environment.path("mysql_version_string").asString(""))),
                    status.plugins().stream().map(Status::plugin).toList(),
                    List.of(
                            option("siteurl", environment.path("site_url").asString("")),
                            option("home", environment.path("home_url").asString(""))));
        }

        List<InventoryItem> of(ItemKind kind) {
            return software.stream().filter(item -> item.kind() == kind).toList();
        }

        private static InventoryItem plugin(Plugin plugin) {
            var latest = plugin.latest();
            var kind =
                    switch (plugin.state()) {
                        case ACTIVE, INACTIVE -> ItemKind.PLUGIN;
                        case MUST_USE -> ItemKind.MUST_USE_PLUGIN;
                        case DROP_IN -> ItemKind.DROP_IN;
                    };
            var item = InventoryItems.software(kind, plugin.id(), plugin.name(), plugin.version());
            return switch (plugin.state()) {
                case MUST_USE, DROP_IN -> item;
                case ACTIVE, INACTIVE ->
                        item.with(
                                        Trait.STATE,
                                        plugin.state() == Plugin.State.ACTIVE
                                                ? "active"
                                                : "inactive")
                                .with(
                                        Trait.UPDATE,
                                        latest == null || latest.equals(plugin.version())
                                                ? ""
                                                : latest);
            };
        }

        private static InventoryItem option(String name, String value) {
            return InventoryItem.of(ItemKind.OPTION, name, name)
                    .with(Trait.VALUE, InventoryItems.cut(value));
        }
    }

    private static InventoryItem gateway(JsonNode gateway) {
        var values = new ArrayList<String>();
        gateway.path("settings")
                .propertyStream()
                .forEach(
                        each ->
                                values.add(
                                        each.getKey()
                                                + "="
                                                + each.getValue().path("value").toString()));
        values.sort(null);
        return InventoryItem.of(
                        ItemKind.GATEWAY,
                        text(gateway, "id"),
                        InventoryItems.cut(text(gateway, "method_title")))
                .with(
                        Trait.STATE,
                        gateway.path("enabled").asBoolean(false) ? "enabled" : "disabled")
                .with(
                        Trait.SETTINGS,
                        "rest:" + InventoryItems.fingerprint(String.join("\n", values)));
    }

    private static InventoryItem webhook(JsonNode webhook) {
        return InventoryItem.of(
                        ItemKind.WEBHOOK,
                        text(webhook, "id"),
                        InventoryItems.cut(text(webhook, "name")))
                .with(Trait.STATE, text(webhook, "status"))
                .with(Trait.TOPIC, InventoryItems.cut(text(webhook, "topic")))
                .with(Trait.ADDRESS, InventoryItems.address(text(webhook, "delivery_url")))
                .with(Trait.CREATED, utc(text(webhook, "date_created_gmt")));
    }

    private static InventoryItem theme(JsonNode theme) {
        var name = theme.path("name");
        return InventoryItems.software(
                        ItemKind.THEME,
                        text(theme, "stylesheet"),
                        name.isObject() ? text(name, "raw") : text(theme, "name"),
                        text(theme, "version"))
                .with(Trait.STATE, text(theme, "status"));
    }

    private static InventoryItem user(JsonNode user) {
        var roles = new ArrayList<String>();
        user.path("roles").forEach(role -> roles.add(role.asString("")));
        var capabilities =
                user.path("capabilities")
                        .propertyStream()
                        .filter(each -> each.getValue().asBoolean(false))
                        .map(Map.Entry::getKey)
                        .toList();
        return InventoryItems.user(
                user.path("id").asLong(0),
                text(user, "username"),
                text(user, "email"),
                text(user, "registered_date").replace("+00:00", "Z"),
                roles,
                capabilities);
    }

    private static InventoryItem password(String owner, JsonNode password) {
        return InventoryItem.of(
                        ItemKind.APPLICATION_PASSWORD,
                        text(password, "uuid"),
                        InventoryItems.cut(text(password, "name")))
                .with(Trait.OWNER, owner)
                .with(Trait.CREATED, utc(text(password, "created")))
                .with(Trait.LAST_USED, utc(text(password, "last_used")))
                .with(Trait.LAST_ADDRESS, InventoryItems.cut(text(password, "last_ip")));
    }

    private static String utc(String said) {
        return said.isEmpty() || said.endsWith("Z") ? said : said + "Z";
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    }
}
