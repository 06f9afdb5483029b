package dev.cordon.domain.store.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a difference weighs, and the words for it. */
final class Said {

    static final Map<ItemKind, String> KINDS =
            Map.ofEntries(
                    Map.entry(ItemKind.CORE, "The foundation"),
                    Map.entry(ItemKind.PLUGIN, "The plugin"),
                    Map.entry(ItemKind.MUST_USE_PLUGIN, "The must-use plugin"),
                    Map.entry(ItemKind.DROP_IN, "The drop-in"),
                    Map.entry(ItemKind.THEME, "The theme"),
                    Map.entry(ItemKind.USER, "The account"),
                    Map.entry(ItemKind.REST_KEY, "The WooCommerce key"),
                    Map.entry(ItemKind.APPLICATION_PASSWORD, "The application password"),
                    Map.entry(ItemKind.WEBHOOK, "The webhook"),
                    Map.entry(ItemKind.GATEWAY, "The payment method"),
                    Map.entry(ItemKind.CRON_EVENT, "The cron event"),
                    Map.entry(ItemKind.OPTION, "The setting"),
                    Map.entry(ItemKind.FILES, "The files"));

    /** With these somebody gets in, or visitors are led elsewhere. */
    private static final Set<String> DECIDING =
            Set.of("siteurl", "home", "users_can_register", "default_role", "user_roles");

    private static final List<Trait> ORIGIN =
            List.of(
                    Trait.ROLES,
                    Trait.OWNER,
                    Trait.CREATED,
                    Trait.LAST_USED,
                    Trait.LAST_ADDRESS,
                    Trait.CHANGES,
                    Trait.SENSOR_SAW,
                    Trait.SENSOR_ACTOR,
                    Trait.SENSOR_TIME);

    private Said() {}

    static Weight ofNew(InventoryItem item) {
        return switch (item.kind()) {
            case USER -> item.is(Trait.ADMINISTRATES, "yes") ? Weight.CRITICAL : Weight.HIGH;
            case MUST_USE_PLUGIN, DROP_IN -> Weight.CRITICAL;
            case PLUGIN, REST_KEY, APPLICATION_PASSWORD, GATEWAY -> Weight.HIGH;
            case THEME, WEBHOOK, OPTION -> Weight.MEDIUM;
            case FILES -> isFolder(item) ? Weight.MEDIUM : Weight.CRITICAL;
            case CORE, CRON_EVENT -> Weight.LOW;
        };
    }

    static Weight ofGone(InventoryItem item) {
        return switch (item.kind()) {
            case PLUGIN, MUST_USE_PLUGIN, DROP_IN, GATEWAY -> Weight.MEDIUM;
            case CORE,
                    THEME,
                    USER,
                    REST_KEY,
                    APPLICATION_PASSWORD,
                    WEBHOOK,
                    CRON_EVENT,
                    OPTION,
                    FILES ->
                    Weight.LOW;
        };
    }

    static Weight ofChange(Difference.Changed change, Trait trait) {
        return switch (change.now().kind()) {
            case USER ->
                    change.now().is(Trait.ADMINISTRATES, "yes")
                                    && (trait == Trait.ADMINISTRATES || trait == Trait.ROLES)
                            ? Weight.CRITICAL
                            : Weight.HIGH;
            case OPTION -> DECIDING.contains(change.key().id()) ? Weight.CRITICAL : Weight.MEDIUM;
            case GATEWAY, REST_KEY, APPLICATION_PASSWORD, WEBHOOK, DROP_IN, MUST_USE_PLUGIN ->
                    Weight.HIGH;
            case CORE, PLUGIN, THEME -> ofSoftware(change, trait);
            case CRON_EVENT -> Weight.LOW;
            case FILES -> ofFiles(change);
        };
    }

    /**
     * What an update brings is expected once the published checksums bear it out; WordPress itself
     * and single files change by that alone.
     */
    private static Weight ofFiles(Difference.Changed change) {
        var update = change.update();
        if (update == Checksums.AGREE) {
            return Weight.LOW;
        }
        if (update == Checksums.NONE || update == Checksums.UNASKED) {
            return Weight.MEDIUM;
        }
        return isFolder(change.now()) && change.key().id().startsWith("wp-content/")
                ? Weight.HIGH
                : Weight.CRITICAL;
    }

    private static boolean isFolder(InventoryItem files) {
        return files.key().id().endsWith("/");
    }

    /** A higher version is an update; a lower one brings back what was mended. */
    private static Weight ofSoftware(Difference.Changed change, Trait trait) {
        if (trait != Trait.VERSION) {
            return Weight.MEDIUM;
        }
        var before = change.approved().traits().getOrDefault(trait, "");
        var after = change.now().traits().getOrDefault(trait, "");
        return PhpVersion.compare(after, before) < 0 ? Weight.HIGH : Weight.LOW;
    }

    /** What speaks for it that an update brought these files. */
    static String vouched(Difference.Changed change) {
        return switch (change.update()) {
            case null -> "";
            case AGREE -> " of a higher version, which are those that were published";
            case DIFFER ->
                    " of a higher version, which are not those that were published: "
                            + change.now().traits().getOrDefault(Trait.REFUTED, "");
            case NONE ->
                    " of a higher version, which nothing bears out: there are no checksums for"
                            + " it, or the store could not get them";
            case UNASKED ->
                    " of a higher version, which nothing bears out: the store was not asked for"
                            + " the published checksums, which takes an SSH login with WP-CLI";
        };
    }

    static String word(Trait trait) {
        return trait.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whose it is and since when, as far as the store says. */
    static String origin(InventoryItem item) {
        var said =
                ORIGIN.stream()
                        .filter(trait -> !item.traits().getOrDefault(trait, "").isEmpty())
                        .map(trait -> word(trait) + " " + item.get(trait))
                        .collect(Collectors.joining(", "));
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    static String watched(InventoryItem item) {
        return item.traits().entrySet().stream()
                .filter(each -> each.getKey().isWatched())
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }
}
