package dev.cordon.ui.store;

import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Words;
import org.jspecify.annotations.Nullable;

/** What a store says of itself. */
final class SystemFacts {

    private SystemFacts() {}

    static Facts of(ConnectionReport.Facts said) {
        var words = Words.here();
        var facts = new Facts();
        facts.fact(words.text("store.https"), words.text(said.https() ? "store.yes" : "store.no"));
        add(facts, "WooCommerce", said.wooCommerceVersion());
        add(facts, "WordPress", said.wordPressVersion());
        add(facts, "PHP", said.phpVersion());
        add(facts, words.text("store.zone"), said.timeZone());
        add(facts, "WP-CLI", said.wpCliVersion());
        add(facts, words.text("store.orders.kept"), orders(said.highPerformanceOrderStorage()));
        var plugins = said.plugins();
        add(facts, words.text("store.plugins"), plugins == null ? null : plugins.toString());
        return facts;
    }

    private static @Nullable String orders(@Nullable Boolean ownTables) {
        return ownTables == null
                ? null
                : Words.here().text(ownTables ? "store.orders.hpos" : "store.orders.posts");
    }

    private static void add(Facts facts, String name, @Nullable String value) {
        facts.fact(name, value == null ? Words.here().text("store.unsaid") : value);
    }
}
