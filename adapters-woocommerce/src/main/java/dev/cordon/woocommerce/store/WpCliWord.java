package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.ShellOutput;
import java.util.Optional;

/** A single value that a WP-CLI command prints: an option, a version. */
final class WpCliWord {

    private WpCliWord() {}

    /** {@code wp option get}; absent when no such option was ever set. An empty one is set. */
    static Optional<String> option(ShellOutput said) {
        return said.exit() == 0 ? Optional.of(said.out().strip()) : Optional.empty();
    }

    /**
     * {@code wp core version}; absent where no WordPress is. Whether an update worked is read from
     * this, never from the update's exit code.
     */
    static Optional<String> version(ShellOutput said) {
        return said.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]+\\.[0-9][0-9A-Za-z.-]{0,30}"))
                .findFirst();
    }
}
