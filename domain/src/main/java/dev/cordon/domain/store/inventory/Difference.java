package dev.cordon.domain.store.inventory;

import dev.cordon.domain.store.inventory.InventoryItem.Key;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a store differs from what people approved. */
public sealed interface Difference {

    Key key();

    Weight weight();

    /** In one English sentence, with who and when where the store knows. */
    String sentence();

    /** The same as long as the difference is the same. */
    String name();

    default String shown(InventoryItem item) {
        return Said.KINDS.getOrDefault(item.kind(), "Something") + " " + item.name();
    }

    /** There is something that nobody approved. */
    record New(InventoryItem item) implements Difference {

        @Override
        public Key key() {
            return item.key();
        }

        @Override
        public Weight weight() {
            return Said.ofNew(item);
        }

        @Override
        public String sentence() {
            return shown(item) + " is new" + Said.origin(item) + ".";
        }

        @Override
        public String name() {
            return "new " + key() + " " + Said.watched(item);
        }
    }

    /** Something that was approved is not there. */
    record Gone(InventoryItem item) implements Difference {

        @Override
        public Key key() {
            return item.key();
        }

        @Override
        public Weight weight() {
            return Said.ofGone(item);
        }

        @Override
        public String sentence() {
            return shown(item) + " is gone.";
        }

        @Override
        public String name() {
            return "gone " + key();
        }
    }

    /**
     * It is not as it was approved.
     *
     * @param traits in which it differs, at least one
     * @param update of files of something whose version went up, what the published checksums say;
     *     null where no update explains it
     */
    record Changed(
            InventoryItem approved,
            InventoryItem now,
            Set<Trait> traits,
            @Nullable Checksums update)
            implements Difference {

        public Changed {
            SortedSet<Trait> sorted = new TreeSet<>(traits);
            traits = Collections.unmodifiableSet(sorted);
        }

        @Override
        public Key key() {
            return now.key();
        }

        @Override
        public Weight weight() {
            return traits.stream()
                    .map(trait -> Said.ofChange(this, trait))
                    .max(Weight::compareTo)
                    .orElse(Weight.LOW);
        }

        @Override
        public String sentence() {
            return traits.stream()
                            .map(this::said)
                            .collect(Collectors.joining(", ", shown(now) + ": ", ""))
                    + Said.origin(now)
                    + ".";
        }

        private String said(Trait trait) {
            var before = approved.get(trait);
            var after = now.get(trait);
            return switch (trait) {
                case MAIL -> "another mail address";
                case SETTINGS -> "other settings";
                case DIGEST -> "other files" + Said.vouched(this);
                default -> Said.word(trait) + " was " + quoted(before) + " and is " + quoted(after);
            };
        }

        private static String quoted(@Nullable String value) {
            return value == null || value.isEmpty() ? "empty" : value;
        }

        @Override
        public String name() {
            return traits.stream()
                    .map(trait -> trait + "=" + now.get(trait))
                    .collect(
                            Collectors.joining(
                                    " ",
                                    "changed " + key() + " ",
                                    update == Checksums.DIFFER ? " refuted" : ""));
        }
    }
}
