package dev.cordon.woocommerce.store;

import dev.cordon.application.store.PublishedChecksums;
import dev.cordon.application.store.StoreShell;
import dev.cordon.domain.store.ShellCommand;
import dev.cordon.domain.store.ShellOutput;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.inventory.Checksums;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Has WP-CLI compare WordPress and its plugins with what wordpress.org publishes. For themes it
 * knows no such comparison.
 */
public final class ShellChecksums implements PublishedChecksums {

    private static final Duration WITHIN = Duration.ofMinutes(5);

    private static final ShellCommand CORE =
            ShellCommand.bareWp(WpCliCoreChecksums.COMMAND).within(WITHIN);
    private static final ShellCommand PLUGINS =
            ShellCommand.bareWp(WpCliChecksums.COMMAND).within(WITHIN);

    private final StoreShell shell;

    public ShellChecksums(StoreShell shell) {
        this.shell = shell;
    }

    @Override
    public Map<InventoryItem.Key, Verdict> compare(
            Store store, Inventory seen, Map<InventoryItem.Key, InventoryItem.Key> files) {
        var core = asked(store, CORE, files.values(), ItemKind.CORE).map(WpCliCoreChecksums::of);
        var plugins =
                asked(store, PLUGINS, files.values(), ItemKind.PLUGIN).map(WpCliChecksums::of);
        int listed = seen.items(ItemKind.PLUGIN).size();
        var verdicts = new TreeMap<InventoryItem.Key, Verdict>();
        files.forEach(
                (area, owner) ->
                        verdicts.put(
                                area,
                                switch (owner.kind()) {
                                    case CORE ->
                                            core.map(said -> ofCore(said, area.id()))
                                                    .orElse(Verdict.of(Checksums.UNASKED));
                                    case PLUGIN ->
                                            plugins.map(
                                                            said ->
                                                                    ofPlugin(
                                                                            said,
                                                                            folder(owner),
                                                                            listed))
                                                    .orElse(Verdict.of(Checksums.UNASKED));
                                    default -> Verdict.of(Checksums.NONE);
                                }));
        return verdicts;
    }

    private Optional<ShellOutput> asked(
            Store store,
            ShellCommand command,
            Collection<InventoryItem.Key> owners,
            ItemKind kind) {
        if (owners.stream().noneMatch(owner -> owner.kind() == kind)) {
            return Optional.empty();
        }
        return switch (shell.run(store, command)) {
            case StoreAnswer.Ok<ShellOutput>(var said) -> Optional.of(said);
            case StoreAnswer.Failed<ShellOutput> _ -> Optional.empty();
        };
    }

    private static Verdict ofCore(WpCliCoreChecksums said, String area) {
        if (!said.compared()) {
            return Verdict.of(Checksums.NONE);
        }
        Predicate<String> within =
                path -> area.endsWith("/") ? path.startsWith(area) : path.equals(area);
        var differing = said.differing().stream().filter(within).sorted().toList();
        return differing.isEmpty()
                ? Verdict.of(Checksums.AGREE)
                : new Verdict(Checksums.DIFFER, differing);
    }

    /**
     * @param listed how many plugins the store lists; if WP-CLI counted others, it says nothing of
     *     these
     */
    private static Verdict ofPlugin(WpCliChecksums said, String folder, int listed) {
        var differing = said.differing().get(folder);
        if (differing != null) {
            return new Verdict(Checksums.DIFFER, differing.stream().sorted().toList());
        }
        return said.of() == listed && said.bearsOut(folder)
                ? Verdict.of(Checksums.AGREE)
                : Verdict.of(Checksums.NONE);
    }

    private static String folder(InventoryItem.Key plugin) {
        return plugin.id().substring(0, Math.max(plugin.id().indexOf('/'), 0));
    }
}
