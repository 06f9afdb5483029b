package dev.cordon.ui.store;

import dev.cordon.application.store.InventoryQueries.Shown;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import dev.cordon.domain.store.inventory.Trait;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an inventory stands, in few words. */
final class InventoryState {

    /** Fingerprints say nothing to people; of checksums the differences tell. */
    static final Set<Trait> UNSAID =
            Set.of(
                    Trait.MAIL,
                    Trait.SETTINGS,
                    Trait.ENDING,
                    Trait.DIGEST,
                    Trait.CHECKSUMS,
                    Trait.REFUTED,
                    Trait.SENSOR_SAW,
                    Trait.SENSOR_ACTOR,
                    Trait.SENSOR_TIME);

    private InventoryState() {}

    static Chip chip(Shown shown) {
        var words = Words.here();
        if (shown.baseline() == null) {
            return new Chip(Tone.PLAIN, words.text("inventory.unapproved"));
        }
        if (shown.differences().isEmpty()) {
            return new Chip(Tone.OK, words.text("inventory.as-approved"));
        }
        return new Chip(
                switch (shown.differences().getFirst().weight()) {
                    case CRITICAL -> Tone.CRIT;
                    case HIGH -> Tone.HIGH;
                    case MEDIUM -> Tone.MED;
                    case LOW -> Tone.LOW;
                },
                words.text("inventory.differs", shown.differences().size()));
    }

    static Facts facts(Shown shown) {
        var words = Words.here();
        var latest = shown.latest();
        var facts = new Facts();
        if (latest == null) {
            return facts.fact(words.text("inventory.seen"), words.text("inventory.never"));
        }
        facts.fact(words.text("inventory.seen"), Moments.here().moment(latest.lookedAt()));
        if (!shown.kept().isEmpty()) {
            var since = shown.kept().getFirst();
            facts.fact(
                    words.text("inventory.version"),
                    words.text(
                            "inventory.version.since",
                            since.version(),
                            Moments.here().moment(since.at())));
        }
        var inventory = latest.inventory();
        if (inventory != null) {
            facts.fact(words.text("inventory.holds"), counts(inventory));
            var unseen = unseen(inventory);
            if (unseen != null) {
                facts.fact(words.text("inventory.unseen"), unseen);
            }
        }
        return facts;
    }

    private static String counts(Inventory inventory) {
        var words = Words.here();
        return Arrays.stream(ItemKind.values())
                .filter(kind -> !inventory.sight(kind).isBlind())
                .map(kind -> words.of(kind) + " " + inventory.items(kind).size())
                .collect(Collectors.joining(" · "));
    }

    private static @Nullable String unseen(Inventory inventory) {
        var words = Words.here();
        var unseen =
                Arrays.stream(ItemKind.values())
                        .filter(kind -> inventory.sight(kind).isBlind())
                        .map(words::of)
                        .collect(Collectors.joining(", "));
        return unseen.isEmpty() ? null : unseen;
    }

    /** What stands beside the name of a kind. */
    static String sight(Sight sight, int count) {
        var words = Words.here();
        return switch (sight.extent()) {
            case WHOLE -> words.text("inventory.count", count);
            case PARTLY -> words.text("inventory.count.partly", count);
            case NOT -> words.text("inventory.count.not");
        };
    }

    /** What would show more, if something would. */
    static @Nullable String blindness(Sight sight) {
        var words = Words.here();
        var trouble = sight.trouble();
        if (trouble != null) {
            return words.text("inventory.trouble", Reasons.recorded(trouble));
        }
        return sight.isWhole() || sight.wanted() == null
                ? null
                : words.text("inventory.wants", words.of(sight.wanted()));
    }

    static String traits(InventoryItem item) {
        var words = Words.here();
        return item.traits().entrySet().stream()
                .filter(each -> !UNSAID.contains(each.getKey()) && !each.getValue().isEmpty())
                .map(each -> words.of(each.getKey()) + " " + each.getValue())
                .collect(Collectors.joining(" · "));
    }

    /** Who and when, as far as the store's sensor reported it; empty if it did not. */
    static String reported(InventoryItem item) {
        var words = Words.here();
        var at = item.get(Trait.SENSOR_TIME);
        if (at == null || at.isEmpty()) {
            return "";
        }
        var actor = item.traits().getOrDefault(Trait.SENSOR_ACTOR, "");
        return words.text(
                "inventory.reported",
                actor.isEmpty() ? words.text("inventory.reported.nobody") : actor,
                Moments.here().moment(Instant.parse(at)));
    }
}
