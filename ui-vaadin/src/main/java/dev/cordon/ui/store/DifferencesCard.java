package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.store.AcceptDifferences;
import dev.cordon.application.store.ApproveBaseline;
import dev.cordon.application.store.InventoryQueries.Shown;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.inventory.Baseline;
import dev.cordon.domain.store.inventory.Difference;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Trait;
import dev.cordon.domain.store.inventory.Weight;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a store differs from what was approved, and the approving. */
class DifferencesCard extends Card {

    private final Words words = Words.here();
    private final InventoryActions actions;
    private final Store store;
    private final Shown shown;
    private final Runnable changed;

    DifferencesCard(InventoryActions actions, Store store, Shown shown, Runnable changed) {
        super(Words.here().text("inventory.differences"));
        this.actions = actions;
        this.store = store;
        this.shown = shown;
        this.changed = changed;
        setId("inventory-differences");
        aside(words.text("inventory.differences.count", shown.differences().size()));
        show(rows().toArray(Component[]::new));
    }

    private ArrayList<Component> rows() {
        var rows = new ArrayList<Component>();
        rows.add(new Paragraph(standing(shown.baseline())));
        if (actions.caller().may(Permission.STORE_MANAGE)) {
            rows.add(buttons());
        }
        for (var difference : shown.differences()) {
            rows.add(row(difference));
        }
        if (!shown.unjudged().isEmpty()) {
            var note = new Paragraph(words.text("inventory.unjudged", shown.unjudged().size()));
            note.setId("inventory-unjudged");
            note.addClassNames("note");
            rows.add(note);
        }
        return rows;
    }

    private Row row(Difference difference) {
        var said =
                Row.two(
                        words.of(difference.key().kind()) + ": " + name(difference),
                        what(difference));
        var weight = new Chip(tone(difference.weight()), words.of(difference.weight()));
        if (difference.key().kind() != ItemKind.FILES) {
            return new Row(said, weight);
        }
        var area = difference.key().id();
        var all =
                new Button(
                        words.text("inventory.files"),
                        _ -> new ChangedFilesDialog(actions.queries(), store.id(), area).open());
        all.addClassName("inventory-files-open");
        all.setAriaLabel(words.text("inventory.files.title", name(difference)));
        return new Row(said, all, weight);
    }

    private String standing(@Nullable Baseline baseline) {
        return baseline == null
                ? words.text("inventory.baseline.none")
                : words.text(
                        "inventory.baseline",
                        baseline.by().name(),
                        Moments.here().moment(baseline.at()),
                        baseline.note());
    }

    private Div buttons() {
        var buttons = new Div();
        buttons.addClassName("buttons");
        var approve =
                new Button(
                        words.text("inventory.approve"),
                        _ -> new NoteDialog("inventory.approve", this::approve).open());
        approve.setId("inventory-approve-all");
        if (!shown.differences().isEmpty()) {
            var accept = new Button(words.text("inventory.accept"), _ -> choose());
            accept.setId("inventory-accept-some");
            accept.addThemeVariants(ButtonVariant.PRIMARY);
            buttons.add(accept);
        } else if (shown.baseline() == null) {
            approve.addThemeVariants(ButtonVariant.PRIMARY);
        }
        buttons.add(approve);
        return buttons;
    }

    private void choose() {
        var chosen = new CheckboxGroup<Difference>();
        chosen.setId("inventory-accept-chosen");
        chosen.setLabel(words.text("inventory.accept.choose"));
        chosen.getElement().getThemeList().add("vertical");
        chosen.setItems(shown.differences());
        chosen.setItemLabelGenerator(each -> name(each) + ": " + what(each));
        new NoteDialog(
                        "inventory.accept",
                        note -> {
                            actions.accept()
                                    .accept(
                                            new AcceptDifferences.Command(
                                                    store.id(),
                                                    seen(),
                                                    version(),
                                                    chosen.getValue().stream()
                                                            .map(Difference::name)
                                                            .collect(Collectors.toSet()),
                                                    note));
                            changed.run();
                        },
                        chosen)
                .open();
    }

    private void approve(String note) {
        actions.approve().approve(new ApproveBaseline.Command(store.id(), seen(), version(), note));
        changed.run();
    }

    private Version seen() {
        var baseline = shown.baseline();
        return baseline == null ? Version.NEW : baseline.version();
    }

    private long version() {
        var latest = shown.latest();
        return latest == null ? 0 : latest.version();
    }

    private static String name(Difference difference) {
        return switch (difference) {
            case Difference.New(var item) -> item.name();
            case Difference.Gone(var item) -> item.name();
            case Difference.Changed(var _, var now, var _, var _) -> now.name();
        };
    }

    private String what(Difference difference) {
        return switch (difference) {
            case Difference.New(var item) ->
                    words.text("inventory.new")
                            + suffix(InventoryState.traits(item))
                            + suffix(InventoryState.reported(item));
            case Difference.Gone(var _) -> words.text("inventory.gone");
            case Difference.Changed change ->
                    change.traits().stream()
                                    .map(trait -> changed(change, trait))
                                    .collect(Collectors.joining(" · "))
                            + files(change.now())
                            + update(change)
                            + suffix(InventoryState.reported(change.now()));
        };
    }

    private static String suffix(String traits) {
        return traits.isEmpty() ? "" : " · " + traits;
    }

    private String files(InventoryItem item) {
        var said = item.get(Trait.CHANGES);
        return said == null ? "" : " · " + words.of(Trait.CHANGES) + " " + said;
    }

    /** What speaks for it that an update brought the files. */
    private String update(Difference.Changed change) {
        var checksums = change.update();
        if (checksums == null) {
            return "";
        }
        var refuted = change.now().get(Trait.REFUTED);
        return " · " + words.of(checksums) + (refuted == null ? "" : " " + refuted);
    }

    private String changed(Difference.Changed change, Trait trait) {
        if (InventoryState.UNSAID.contains(trait)) {
            return words.text("inventory.other", words.of(trait));
        }
        return words.text(
                "inventory.changed",
                words.of(trait),
                said(change.approved().get(trait)),
                said(change.now().get(trait)));
    }

    private String said(@Nullable String value) {
        return value == null || value.isEmpty() ? words.text("inventory.empty") : value;
    }

    private static Tone tone(Weight weight) {
        return switch (weight) {
            case CRITICAL -> Tone.CRIT;
            case HIGH -> Tone.HIGH;
            case MEDIUM -> Tone.MED;
            case LOW -> Tone.PLAIN;
        };
    }
}
