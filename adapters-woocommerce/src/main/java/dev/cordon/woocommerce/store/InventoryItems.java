package dev.cordon.woocommerce.store;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Trait;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How items are named and told, so that they are the same whichever way they were seen. */
final class InventoryItems {

    static final Set<String> ADMINISTRATING =
            Set.of(
                    "manage_options",
                    "edit_users",
                    "create_users",
                    "promote_users",
                    "install_plugins",
                    "activate_plugins",
                    "edit_plugins",
                    "edit_themes",
                    "edit_files",
                    "update_core");

    private static final Set<String> OTHER_RIGHTS =
            Set.of(
                    "list_users",
                    "unfiltered_html",
                    "manage_woocommerce",
                    "edit_shop_orders",
                    "edit_others_posts",
                    "edit_others_pages",
                    "publish_posts",
                    "upload_files");

    private static final int LONGEST = 200;

    private InventoryItems() {}

    static InventoryItem core(String id, String version) {
        return InventoryItem.of(ItemKind.CORE, id, id).with(Trait.VERSION, cut(version));
    }

    /**
     * @param file of the main file, from the folder of its kind
     */
    static InventoryItem software(ItemKind kind, String file, String name, String version) {
        var id = file.replaceFirst("\\.php$", "");
        return InventoryItem.of(kind, cut(id), cut(name.isBlank() ? id : name))
                .with(Trait.VERSION, cut(version));
    }

    static InventoryItem user(
            long id,
            String login,
            String mail,
            String registered,
            Collection<String> roles,
            Collection<String> capabilities) {
        var administrates = capabilities.stream().anyMatch(ADMINISTRATING::contains);
        return InventoryItem.of(ItemKind.USER, Long.toString(id), cut(login))
                .with(Trait.ROLES, roles.stream().sorted().collect(Collectors.joining(",")))
                .with(Trait.ADMINISTRATES, administrates ? "yes" : "no")
                .with(Trait.MAIL, fingerprint(mail.toLowerCase(Locale.ROOT)))
                .with(Trait.CREATED, registered);
    }

    /** Whether such an account can do more than buy and comment. */
    static boolean hasRights(Collection<String> capabilities) {
        return capabilities.stream()
                .anyMatch(right -> ADMINISTRATING.contains(right) || OTHER_RIGHTS.contains(right));
    }

    /** What follows the question mark may be a secret. */
    static String address(String url) {
        int query = url.indexOf('?');
        return query < 0
                ? cut(url)
                : cut(url.substring(0, query)) + "?" + fingerprint(url.substring(query));
    }

    static String fingerprint(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }

    /** Names are what others wrote: no line ends, and not endless. */
    static String cut(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
