package dev.cordon.woocommerce.store;

import dev.cordon.application.store.StoreShell;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.ShellCommand;
import dev.cordon.domain.store.ShellOutput;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Trait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What WP-CLI shows of a store. It starts WordPress without plugins, so that none of them can hide
 * anything; only for the ways to pay they are needed.
 */
final class ShellInventory {

    private static final ConnectionKind WAY = ConnectionKind.SHELL;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private static final ShellCommand ALL =
            ShellCommand.bareWp("eval", script("inventory.php")).within(WITHIN);
    private static final ShellCommand GATEWAYS =
            ShellCommand.wp("eval", script("gateways.php")).within(WITHIN);

    private final StoreShell shell;
    private final Store store;
    private final InventorySoFar taken = new InventorySoFar();

    ShellInventory(StoreShell shell, Store store) {
        this.shell = shell;
        this.store = store;
    }

    Inventory read(Instant at) {
        switch (said(ALL, "cordon_inventory")) {
            case StoreAnswer.Failed<JsonNode>(var why) -> {
                for (var kind : ItemKind.values()) {
                    taken.failed(kind, WAY, why);
                }
            }
            case StoreAnswer.Ok<JsonNode>(var all) -> {
                read(all);
                taken.answered(
                        ItemKind.GATEWAY,
                        WAY,
                        said(GATEWAYS, "cordon_gateways")
                                .map(list -> each(list, ShellInventory::gateway)));
            }
        }
        return taken.done(store.id(), at);
    }

    private void read(JsonNode all) {
        put(ItemKind.CORE, all.path("core"), ShellInventory::core);
        put(
                ItemKind.PLUGIN,
                all.path("plugins"),
                list -> each(list, item -> extension(ItemKind.PLUGIN, item)));
        put(
                ItemKind.MUST_USE_PLUGIN,
                all.path("must_use"),
                list -> each(list, item -> software(ItemKind.MUST_USE_PLUGIN, item)));
        put(
                ItemKind.DROP_IN,
                all.path("drop_ins"),
                list -> each(list, item -> software(ItemKind.DROP_IN, item)));
        put(
                ItemKind.THEME,
                all.path("themes"),
                list -> each(list, item -> extension(ItemKind.THEME, item)));
        put(ItemKind.USER, all.path("users"), ShellInventory::users);
        put(ItemKind.REST_KEY, all.path("keys"), list -> each(list, ShellInventory::key));
        put(
                ItemKind.APPLICATION_PASSWORD,
                all.path("passwords"),
                list -> each(list, ShellInventory::password));
        put(ItemKind.WEBHOOK, all.path("webhooks"), list -> each(list, ShellInventory::webhook));
        put(ItemKind.CRON_EVENT, all.path("cron"), ShellInventory::cron);
        put(ItemKind.OPTION, all.path("options"), list -> each(list, ShellInventory::option));
    }

    private void put(ItemKind kind, JsonNode part, Function<JsonNode, List<InventoryItem>> read) {
        if (part.isObject() || part.isArray()) {
            taken.whole(kind, WAY, read.apply(part));
        } else {
            taken.failed(kind, WAY, new StoreFailure.NotUnderstood("a part of it is missing"));
        }
    }

    private StoreAnswer<JsonNode> said(ShellCommand command, String name) {
        return switch (shell.run(store, command)) {
            case StoreAnswer.Failed<ShellOutput>(var why) -> new StoreAnswer.Failed<>(why);
            case StoreAnswer.Ok<ShellOutput>(var output) -> found(command, output, name);
        };
    }

    /** Whatever PHP prints besides, the answer is the line that begins as it was asked to. */
    private static StoreAnswer<JsonNode> found(
            ShellCommand command, ShellOutput output, String name) {
        var line =
                output.out()
                        .lines()
                        .filter(each -> each.startsWith("{\"" + name + "\""))
                        .findFirst();
        if (line.isEmpty()) {
            return new StoreAnswer.Failed<>(
                    new StoreFailure.CommandFailed(command.name(), output.exit()));
        }
        try {
            return new StoreAnswer.Ok<>(JSON.readTree(line.get()).path(name));
        } catch (JacksonException e) {
            return new StoreAnswer.Failed<>(
                    new StoreFailure.NotUnderstood(command.name() + " wrote what is no JSON"));
        }
    }

    private static List<InventoryItem> each(JsonNode list, Function<JsonNode, InventoryItem> read) {
        var items = new ArrayList<InventoryItem>();
        list.forEach(item -> items.add(read.apply(item)));
        return items;
    }

    private static List<InventoryItem> core(JsonNode core) {
        return core.propertyStream()
                .map(each -> InventoryItems.core(each.getKey(), each.getValue().asString("")))
                .toList();
    }

    private static InventoryItem software(ItemKind kind, JsonNode item) {
        return InventoryItems.software(
                kind, text(item, "id"), text(item, "name"), text(item, "version"));
    }

    private static InventoryItem extension(ItemKind kind, JsonNode item) {
        return software(kind, item)
                .with(Trait.STATE, text(item, "state"))
                .with(Trait.UPDATE, text(item, "update"));
    }

    private static List<InventoryItem> users(JsonNode users) {
        var items = new ArrayList<InventoryItem>();
        for (var user : users) {
            var capabilities = texts(user.path("capabilities"));
            if (InventoryItems.hasRights(capabilities)) {
                items.add(
                        InventoryItems.user(
                                user.path("id").asLong(),
                                text(user, "login"),
                                text(user, "mail"),
                                utc(text(user, "registered")),
                                texts(user.path("roles")),
                                capabilities));
            }
        }
        return items;
    }

    private static InventoryItem key(JsonNode key) {
        return InventoryItem.of(
                        ItemKind.REST_KEY,
                        text(key, "id"),
                        InventoryItems.cut(text(key, "name") + " …" + text(key, "ending")))
                .with(Trait.OWNER, text(key, "owner"))
                .with(Trait.PERMISSIONS, text(key, "permissions"))
                .with(Trait.ENDING, text(key, "ending"))
                .with(Trait.LAST_USED, text(key, "used"));
    }

    private static InventoryItem password(JsonNode password) {
        return InventoryItem.of(
                        ItemKind.APPLICATION_PASSWORD,
                        text(password, "id"),
                        InventoryItems.cut(text(password, "name")))
                .with(Trait.OWNER, text(password, "owner"))
                .with(Trait.CREATED, seconds(password.path("created").asLong(0)))
                .with(Trait.LAST_USED, seconds(password.path("used").asLong(0)))
                .with(Trait.LAST_ADDRESS, InventoryItems.cut(text(password, "address")));
    }

    private static InventoryItem webhook(JsonNode webhook) {
        return InventoryItem.of(
                        ItemKind.WEBHOOK,
                        text(webhook, "id"),
                        InventoryItems.cut(text(webhook, "name")))
                .with(Trait.STATE, text(webhook, "status"))
                .with(Trait.TOPIC, InventoryItems.cut(text(webhook, "topic")))
                .with(Trait.ADDRESS, InventoryItems.address(text(webhook, "delivery_url")))
                .with(Trait.SETTINGS, "shell:" + text(webhook, "secret"))
                .with(Trait.CREATED, utc(text(webhook, "created")));
    }

    private static InventoryItem gateway(JsonNode gateway) {
        return InventoryItem.of(
                        ItemKind.GATEWAY,
                        text(gateway, "id"),
                        InventoryItems.cut(text(gateway, "title")))
                .with(
                        Trait.STATE,
                        gateway.path("enabled").asBoolean(false) ? "enabled" : "disabled")
                .with(Trait.SETTINGS, "shell:" + text(gateway, "settings"));
    }

    private static List<InventoryItem> cron(JsonNode hooks) {
        return hooks.propertyStream()
                .map(
                        each ->
                                InventoryItem.of(
                                                ItemKind.CRON_EVENT,
                                                InventoryItems.cut(each.getKey()),
                                                InventoryItems.cut(each.getKey()))
                                        .with(
                                                Trait.SCHEDULE,
                                                texts(each.getValue()).stream()
                                                        .distinct()
                                                        .sorted()
                                                        .collect(Collectors.joining(","))))
                .toList();
    }

    private static InventoryItem option(JsonNode option) {
        var item = InventoryItem.of(ItemKind.OPTION, text(option, "id"), text(option, "id"));
        return option.has("digest")
                ? item.with(Trait.SETTINGS, "shell:" + text(option, "digest"))
                : item.with(Trait.VALUE, InventoryItems.cut(text(option, "value")));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    }

    /** MySQL's form of a UTC time. */
    private static String utc(String said) {
        return said.isEmpty() ? "" : said.replace(' ', 'T') + "Z";
    }

    private static String seconds(long since1970) {
        return since1970 == 0 ? "" : Instant.ofEpochSecond(since1970).toString();
    }

    /** WP-CLI wants the code without PHP's opening tag. */
    private static String script(String name) {
        try (var in =
                Objects.requireNonNull(ShellInventory.class.getResourceAsStream(name), name)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
