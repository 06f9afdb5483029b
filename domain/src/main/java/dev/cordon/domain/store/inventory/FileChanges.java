package dev.cordon.domain.store.inventory;

import dev.cordon.domain.store.inventory.ChangedFile.How;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which files are others than in the manifest before: the first few of each area by name. */
public final class FileChanges {

    private static final int MOST_NAMED = 5;

    /** Of all areas together; beyond that they are counted. */
    private static final int MOST_KEPT = 10_000;

    private final Iterator<FileEntry> earlier;
    private final boolean first;
    private @Nullable FileEntry next;
    private final Map<String, List<String>> named = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<ChangedFile> changed = new ArrayList<>();
    private final Instant at;

    /**
     * @param earlier the files of the manifest before, in their order
     * @param at when they are compared
     */
    public FileChanges(Iterator<FileEntry> earlier, Instant at) {
        this.at = at;
        this.earlier = earlier;
        this.first = !earlier.hasNext();
        advance();
    }

    /** The files come in their order. */
    public void see(FileEntry file) {
        if (first) {
            return;
        }
        while (next != null && next.compareTo(file) < 0) {
            note(next.path(), How.GONE);
            advance();
        }
        if (next != null && next.path().equals(file.path())) {
            if (!Objects.equals(next.digest(), file.digest())) {
                note(file.path(), How.CHANGED);
            }
            advance();
        } else {
            note(file.path(), How.NEW);
        }
    }

    /** No more files come: whatever there was behind them is gone. */
    public void end() {
        while (next != null) {
            note(next.path(), How.GONE);
            advance();
        }
    }

    /** The files that are others, in their order; of very many the first. */
    public List<ChangedFile> changed() {
        return List.copyOf(changed);
    }

    /**
     * The area with what changed in it, or, if nothing did, with what had when it was seen last.
     */
    public InventoryItem on(InventoryItem area, @Nullable Inventory known) {
        int count = counts.getOrDefault(area.key().id(), 0);
        if (count == 0) {
            var before = known == null ? null : known.items().get(area.key());
            var said = before == null ? null : before.get(Trait.CHANGES);
            return said == null ? area : area.with(Trait.CHANGES, said);
        }
        var names = named.getOrDefault(area.key().id(), List.of());
        var more = count > names.size() ? " and %d more".formatted(count - names.size()) : "";
        return area.with(Trait.CHANGES, String.join(", ", names) + more);
    }

    private void advance() {
        next = earlier.hasNext() ? earlier.next() : null;
    }

    private void note(String path, How how) {
        if (changed.size() < MOST_KEPT) {
            changed.add(new ChangedFile(path, how, at));
        }
        var area = FileAreas.of(path);
        counts.merge(area, 1, Integer::sum);
        var names = named.computeIfAbsent(area, _ -> new ArrayList<>());
        if (names.size() < MOST_NAMED) {
            names.add(FileAreas.shown(path));
        }
    }
}
