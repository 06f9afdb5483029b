package dev.cordon.domain.store.inventory;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.inventory.BaselineEvent.BaselineApproved;
import dev.cordon.domain.store.inventory.BaselineEvent.DifferencesAccepted;
import dev.cordon.domain.store.inventory.InventoryItem.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a person approved to be in a store.
 *
 * @param approved the items, and how much of each kind was seen when they were approved
 * @param inventory the version of the inventory that the person looked at last
 * @param note why
 */
public record Baseline(
        Inventory approved, long inventory, String note, Actor by, Instant at, Version version) {

    private static final int LONGEST_NOTE = 500;

    /** What an update of WordPress brings; its settings are none of that. */
    private static final Pattern OF_WORDPRESS =
            Pattern.compile(
                    "wp-admin/|wp-includes/|index\\.php|xmlrpc\\.php|license\\.txt|readme\\.html"
                            + "|wp-(?!config\\.php)[a-z-]+\\.php");

    public Baseline {
        note = note.strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(
                    "an approval needs a note of at most 500 characters");
        }
    }

    public StoreId store() {
        return approved.store();
    }

    /** This is what may be in the store from now on. */
    public static Transition<Baseline> approve(
            Inventory seen, long inventory, String note, Actor.Person by, Instant at) {
        var baseline = new Baseline(seen, inventory, note, by, at, Version.NEW);
        return Transition.to(baseline, baseline.fact());
    }

    /** The same, in the place of what was approved; what is not seen now stays approved. */
    public Transition<Baseline> approveAnew(
            Inventory seen, long inventory, String note, Actor.Person by, Instant at) {
        var next = new Baseline(seen.or(approved), inventory, note, by, at, version);
        return Transition.to(next, next.fact());
    }

    private BaselineApproved fact() {
        return new BaselineApproved(store(), inventory, approved.items().size(), note, by, at);
    }

    /**
     * These differences may be, all others not.
     *
     * @throws IllegalArgumentException if there is none, or no note
     */
    public Transition<Baseline> accept(
            Collection<Difference> differences,
            long inventory,
            String note,
            Actor.Person by,
            Instant at) {
        if (differences.isEmpty()) {
            throw new IllegalArgumentException("choose what is accepted");
        }
        var items = new TreeMap<>(approved.items());
        for (var difference : differences) {
            switch (difference) {
                case Difference.New(var item) -> items.put(item.key(), item);
                case Difference.Gone(var item) -> items.remove(item.key());
                case Difference.Changed(var before, var now, var _, var _) ->
                        items.put(now.key(), both(before, now));
            }
        }
        var then = new Inventory(store(), approved.at(), items, approved.sights());
        var next = new Baseline(then, inventory, note, by, at, version);
        var names = differences.stream().map(each -> each.key().toString()).sorted().toList();
        return Transition.to(
                next, new DifferencesAccepted(store(), inventory, names, next.note, by, at));
    }

    private static InventoryItem both(InventoryItem before, InventoryItem now) {
        var traits = new EnumMap<Trait, String>(Trait.class);
        traits.putAll(before.traits());
        traits.putAll(now.traits());
        return new InventoryItem(now.key(), now.name(), traits);
    }

    /** How a store differs, as far as both could be seen; the weightiest first. */
    public List<Difference> differences(Inventory now) {
        var found = new ArrayList<Difference>();
        now.items()
                .forEach(
                        (key, item) -> {
                            var before = approved.items().get(key);
                            if (before != null) {
                                change(before, item, now, found);
                            } else if (shows(approved.sight(key.kind()), now.sight(key.kind()))) {
                                found.add(new Difference.New(item));
                            }
                        });
        approved.items()
                .forEach(
                        (key, item) -> {
                            if (!now.items().containsKey(key)
                                    && shows(now.sight(key.kind()), approved.sight(key.kind()))
                                    && !passes(item)) {
                                found.add(new Difference.Gone(item));
                            }
                        });
        found.sort(
                (one, other) -> {
                    int weights = other.weight().compareTo(one.weight());
                    return weights != 0 ? weights : one.key().compareTo(other.key());
                });
        return List.copyOf(found);
    }

    /** What was not to be seen when the baseline was approved: nobody judged it yet. */
    public List<InventoryItem> unjudged(Inventory now) {
        return now.items().values().stream()
                .filter(item -> !approved.items().containsKey(item.key()))
                .filter(item -> !shows(approved.sight(item.kind()), now.sight(item.kind())))
                .toList();
    }

    /**
     * Whether something that one of them did not see was not there: it saw all, or as much as the
     * other did.
     */
    private static boolean shows(Sight absent, Sight present) {
        return absent.isWhole()
                || (absent.extent() == Sight.Extent.PARTLY && absent.by() == present.by());
    }

    /** What runs once is gone when it ran. */
    private static boolean passes(InventoryItem item) {
        return item.is(Trait.SCHEDULE, "once");
    }

    private void change(
            InventoryItem before, InventoryItem now, Inventory all, Collection<Difference> found) {
        var traits = new TreeSet<Trait>();
        for (var trait : Trait.values()) {
            var was = before.get(trait);
            var is = now.get(trait);
            if (was != null && is != null && trait.differs(was, is)) {
                traits.add(trait);
            }
        }
        if (!traits.isEmpty()) {
            var update = updated(now, all).map(_ -> Checksums.of(now)).orElse(null);
            found.add(new Difference.Changed(before, now, traits, update));
        }
    }

    /**
     * What a higher version would explain, if checksums bear it out: files that differ, and what
     * they belong to.
     */
    public Map<Key, Key> updated(Inventory now) {
        var found = new TreeMap<Key, Key>();
        for (var difference : differences(now)) {
            if (difference instanceof Difference.Changed(var _, var files, var _, var _)) {
                updated(files, now).ifPresent(owner -> found.put(files.key(), owner));
            }
        }
        return found;
    }

    /** What the files belong to, if it has a higher version than the one that was approved. */
    private Optional<Key> updated(InventoryItem files, Inventory all) {
        if (files.kind() != ItemKind.FILES) {
            return Optional.empty();
        }
        return all.items().values().stream()
                .filter(item -> holds(item, files.key().id()))
                .filter(
                        item -> {
                            var before = approved.items().get(item.key());
                            return before != null
                                    && PhpVersion.compare(version(item), version(before)) > 0;
                        })
                .map(InventoryItem::key)
                .findFirst();
    }

    private static boolean holds(InventoryItem item, String area) {
        var id = item.key().id();
        return switch (item.kind()) {
            case CORE -> id.equals("wordpress") && OF_WORDPRESS.matcher(area).matches();
            case PLUGIN ->
                    area.equals(
                            "wp-content/plugins/"
                                    + id.substring(0, Math.max(id.indexOf('/'), 0))
                                    + "/");
            case THEME -> area.equals("wp-content/themes/" + id + "/");
            default -> false;
        };
    }

    private static String version(InventoryItem item) {
        return item.traits().getOrDefault(Trait.VERSION, "");
    }
}
