package dev.cordon.domain.store.inventory;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a store's sensor reported while it happened. The store itself does not note who changed
 * something and when.
 *
 * @param activity in the sensor's word, such as {@code plugin_updated}
 * @param actor who was logged in; null if nobody was, as after a write past WordPress
 * @param account the account it was done to
 * @param object the plugin, theme, option, key or way to pay
 * @param file from the folder of WordPress
 */
public record SensorReport(
        String activity,
        @Nullable String actor,
        @Nullable String account,
        @Nullable String object,
        @Nullable String file,
        Instant at) {

    private static final Map<String, ItemKind> KINDS =
            Map.ofEntries(
                    Map.entry("user_created", ItemKind.USER),
                    Map.entry("role_changed", ItemKind.USER),
                    Map.entry("user_email_changed", ItemKind.USER),
                    Map.entry("application_password_created", ItemKind.APPLICATION_PASSWORD),
                    Map.entry("api_key_created", ItemKind.REST_KEY),
                    Map.entry("plugin_installed", ItemKind.PLUGIN),
                    Map.entry("plugin_updated", ItemKind.PLUGIN),
                    Map.entry("plugin_activated", ItemKind.PLUGIN),
                    Map.entry("plugin_deactivated", ItemKind.PLUGIN),
                    Map.entry("theme_installed", ItemKind.THEME),
                    Map.entry("theme_updated", ItemKind.THEME),
                    Map.entry("theme_switched", ItemKind.THEME),
                    Map.entry("core_updated", ItemKind.CORE),
                    Map.entry("file_edited", ItemKind.FILES),
                    Map.entry("option_updated", ItemKind.OPTION),
                    Map.entry("gateway_changed", ItemKind.GATEWAY),
                    Map.entry("gateway_enabled", ItemKind.GATEWAY),
                    Map.entry("gateway_disabled", ItemKind.GATEWAY));

    /** Whether such a report can explain a difference. */
    public static boolean isOfUse(String activity) {
        return KINDS.containsKey(activity);
    }

    /** Whether it tells of that item. */
    public boolean explains(InventoryItem item) {
        var kind = KINDS.get(activity);
        if (kind == null) {
            return false;
        }
        var id = item.key().id();
        return switch (kind) {
            case USER -> item.kind() == kind && item.name().equals(account);
            case APPLICATION_PASSWORD ->
                    item.kind() == kind && ("application password " + item.name()).equals(object);
            case REST_KEY ->
                    item.kind() == kind
                            && object != null
                            && object.startsWith("REST key " + id + " ");
            case OPTION -> item.kind() == kind && id.equals(object);
            case GATEWAY ->
                    item.kind() == kind && ("woocommerce_" + id + "_settings").equals(object);
            case CORE ->
                    item.kind() == kind && id.equals("wordpress")
                            || isFiles(item, "wp-admin/")
                            || isFiles(item, "wp-includes/");
            case PLUGIN ->
                    item.kind() == kind && (folder(id).equals(folder()) || id.equals(folder()))
                            || isFiles(item, "wp-content/plugins/" + folder() + "/");
            case THEME ->
                    item.kind() == kind && id.equals(object)
                            || isFiles(item, "wp-content/themes/" + object + "/");
            case FILES -> file != null && isFiles(item, FileAreas.of(file));
            case MUST_USE_PLUGIN, DROP_IN, WEBHOOK, CRON_EVENT -> false;
        };
    }

    /** The item with who and when. */
    public InventoryItem on(InventoryItem item) {
        return item.with(Trait.SENSOR_SAW, activity)
                .with(Trait.SENSOR_ACTOR, actor == null ? "" : actor)
                .with(Trait.SENSOR_TIME, at.toString());
    }

    /** Of the plugin: a main file below its folder, the folder alone, or a single file. */
    private String folder() {
        return object == null ? "" : folder(object.replaceFirst("\\.php$", ""));
    }

    private static String folder(String id) {
        int end = id.indexOf('/');
        return end < 0 ? id : id.substring(0, end);
    }

    private static boolean isFiles(InventoryItem item, String area) {
        return item.kind() == ItemKind.FILES && item.key().id().equals(area);
    }
}
