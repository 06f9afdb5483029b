package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.Plugin;
import dev.cordon.domain.store.ShellCommand;
import dev.cordon.domain.store.ShellOutput;
import dev.cordon.domain.store.StoreAnswer;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code wp plugin list}: all plugins, those that always run too. */
final class WpCliPlugins {

    /** Asks nobody outside for newer versions: that takes half a minute where there is no way. */
    static final ShellCommand COMMAND =
            ShellCommand.bareWp(
                    "plugin",
                    "list",
                    "--format=json",
                    "--skip-update-check",
                    "--fields=name,title,status,version,file");

    private WpCliPlugins() {}

    static StoreAnswer<List<Plugin>> of(ShellOutput said) {
        return WpCliList.of(COMMAND.name(), said, WpCliPlugins::plugin);
    }

    private static Plugin plugin(JsonNode item) {
        var name = item.path("name").asString("");
        if (name.isEmpty()) {
            throw new Records.Unreadable("a plugin has no name");
        }
        var file = item.path("file").asString(name).replaceFirst("\\.php$", "");
        var title = item.path("title").asString("");
        return new Plugin(
                file.isEmpty() ? name : file,
                title.isBlank() ? name : title,
                item.path("version").asString(""),
                state(item.path("status").asString("")),
                null);
    }

    private static Plugin.State state(String status) {
        return switch (status) {
            case "active", "active-network" -> Plugin.State.ACTIVE;
            case "must-use" -> Plugin.State.MUST_USE;
            case "dropin" -> Plugin.State.DROP_IN;
            default -> Plugin.State.INACTIVE;
        };
    }
}
