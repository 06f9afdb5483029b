package dev.cordon.domain.store.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Differences that are told together, so that an update or an intruder who writes a thousand files
 * buries nobody in alerts.
 *
 * @param folder where the files lie, empty for the main folder; null where one stands for itself,
 *     or where these are the rest of too many
 * @param differences at least one, the weightiest first
 */
public record DifferenceGroup(@Nullable String folder, List<Difference> differences) {

    /** Beyond so many of one kind, the others are told together. */
    public static final int MOST_ALONE = 20;

    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 400;

    public DifferenceGroup {
        differences = List.copyOf(differences);
        if (differences.isEmpty()) {
            throw new IllegalArgumentException("a group has a difference");
        }
    }

    /**
     * Single files by their folder, all else each for itself up to {@link #MOST_ALONE} of a kind. A
     * file among uploads or must-use plugins is what runs without having been switched on, and
     * stands for itself.
     *
     * @param differences the weightiest first
     */
    public static List<DifferenceGroup> of(List<Difference> differences) {
        var folders = new LinkedHashMap<String, List<Difference>>();
        var alone = new LinkedHashMap<String, List<Difference>>();
        for (var difference : differences) {
            var key = difference.key();
            if (key.kind() == ItemKind.FILES && isAmongOthers(key.id())) {
                folders.computeIfAbsent(folder(key.id()), _ -> new ArrayList<>()).add(difference);
            } else {
                alone.computeIfAbsent(kind(key), _ -> new ArrayList<>()).add(difference);
            }
        }
        var groups = new ArrayList<DifferenceGroup>();
        folders.forEach((folder, all) -> groups.add(new DifferenceGroup(folder, all)));
        alone.values().forEach(all -> bounded(all, groups));
        return groups;
    }

    /** One that stands for itself. */
    public static DifferenceGroup of(Difference difference) {
        return new DifferenceGroup(null, List.of(difference));
    }

    private static void bounded(List<Difference> all, List<DifferenceGroup> groups) {
        int most = Math.min(all.size(), MOST_ALONE);
        all.subList(0, most).forEach(each -> groups.add(of(each)));
        if (all.size() > most) {
            groups.add(new DifferenceGroup(null, all.subList(most, all.size())));
        }
    }

    private static String kind(InventoryItem.Key key) {
        return key.kind() == ItemKind.FILES && !key.id().endsWith("/")
                ? "single files"
                : key.kind().name();
    }

    private static boolean isAmongOthers(String area) {
        return !area.endsWith("/")
                && !area.startsWith("wp-content/uploads/")
                && !area.startsWith("wp-content/mu-plugins/");
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    public Difference first() {
        return differences.getFirst();
    }

    public boolean isSingle() {
        return differences.size() == 1;
    }

    /** Of the weightiest. */
    public Weight weight() {
        return differences.stream().map(Difference::weight).max(Weight::compareTo).orElseThrow();
    }

    /** The same as long as the differences are the same. */
    public String name() {
        return String.join("\n", differences.stream().map(Difference::name).sorted().toList());
    }

    /** In a few English words. */
    public String title() {
        var first = first();
        if (isSingle()) {
            return switch (first) {
                case Difference.New(var item) -> first.shown(item) + " is new";
                case Difference.Gone(var item) -> first.shown(item) + " is gone";
                case Difference.Changed(var _, var now, var _, var _) ->
                        first.shown(now) + " was changed";
            };
        }
        if (folder == null) {
            var kind = Said.KINDS.getOrDefault(first.key().kind(), "Something");
            return "And %d more: %s %s and others"
                    .formatted(
                            differences.size(),
                            kind.toLowerCase(Locale.ROOT),
                            FileAreas.shown(first.key().id()));
        }
        return folder.isEmpty()
                ? differences.size() + " files of the main folder are not as approved"
                : differences.size() + " files in " + folder + " are not as approved";
    }

    /** In English sentences: the first of them, one a line, and how many there are more. */
    public String sentences() {
        if (isSingle()) {
            return first().sentence();
        }
        var lines =
                new ArrayList<>(
                        differences.stream()
                                .limit(MOST_LINES)
                                .map(Difference::sentence)
                                .map(DifferenceGroup::cut)
                                .toList());
        int more = differences.size() - MOST_LINES;
        if (more > 0) {
            lines.add("And " + more + " more; the store's page lists all.");
        }
        return String.join("\n", lines);
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
