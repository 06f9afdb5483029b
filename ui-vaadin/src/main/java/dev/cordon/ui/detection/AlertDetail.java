package dev.cordon.ui.detection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.detection.TakeAlert;
import dev.cordon.application.detection.UndoTriage;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.store.StoreNames;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One alert: what it says, every attacking address, and what can be done. */
class AlertDetail extends Section {

    /** What lies beyond the one alert. */
    interface Deeds {
        /** Something was decided here. */
        void changed();

        /** Where an alert is shown beside the list as it is now; null for the list alone. */
        String address(@Nullable AlertId alert);

        /** Asks where to file it. */
        void merge(Alert alert);

        /** Chooses it among others, or lets it go. */
        void choose();
    }

    private final Words words = Words.here();
    private final AlertActions actions;
    private final Names names;
    private final StoreNames stores;
    private final Deeds deeds;
    private final Shown<Alert> shown = new Shown<>();
    private final Map<Anchor, AlertId> related = new HashMap<>();
    private Anchor close = new Anchor();
    private Alert alert;

    AlertDetail(Alert alert, AlertActions actions, Names names, StoreNames stores, Deeds deeds) {
        this.alert = alert;
        this.actions = actions;
        this.names = names;
        this.stores = stores;
        this.deeds = deeds;
        setId("alert");
        addClassNames("card", "detail");
        getElement().setAttribute("aria-label", words.text("alert.detail"));
        paint();
    }

    AlertId id() {
        return alert.id();
    }

    /** The list is narrowed otherwise: whatever leads back to it leads there. */
    void lead() {
        close.setHref(deeds.address(null));
        related.forEach((link, id) -> link.setHref(deeds.address(id)));
    }

    void refresh() {
        alert = actions.queries().alert(alert.id());
        paint();
    }

    private void paint() {
        if (!shown.isNew(alert)) {
            return;
        }
        removeAll();
        related.clear();
        close = new Anchor(deeds.address(null), words.text("alert.close"));
        close.setId("alert-close");
        close.getElement().setAttribute("data-key", "Escape");
        var chips =
                new Div(
                        new AlertSeverityChip(alert.severity()),
                        new Chip(Tone.PLAIN, words.of(alert.status())),
                        close);
        chips.addClassName("card-line");
        add(chips, new H2(AlertNavigation.title(alert)), sentence(), buttons());
        add(new FindingFacts(alert, stores, names));
        if (!alert.finding().addresses().isEmpty()) {
            add(
                    new ActivityChart(AlertActivity.of(alert.finding())),
                    new AddressTable(alert.finding(), actions.countries().of(alert.finding())));
        }
        add(
                new ProofDetails(alert.finding().proof()),
                new RelatedAlerts(alert.id(), actions.queries(), this::link));
    }

    private Anchor link(AlertSummary other) {
        var link = AlertNavigation.link(other, deeds.address(other.id()));
        related.put(link, other.id());
        return link;
    }

    /** Why it fired and what is normal: the sentence that somebody half asleep needs. */
    private Paragraph sentence() {
        var sentence =
                new Paragraph(alert.finding().verdict().reason(words.locale().getLanguage()));
        sentence.addClassName("sentence");
        return sentence;
    }

    private Div buttons() {
        var line = new Div();
        line.addClassName("actions-line");
        if (alert.phase().isOpen() && actions.caller().may(Permission.ALERT_TRIAGE)) {
            if (!actions.caller().actor().equals(alert.takenBy())) {
                line.add(button("take", "a", this::take));
            }
            line.add(
                    button(
                            "dismiss",
                            "x",
                            () ->
                                    new DismissDialog(alert, actions.dismiss(), deeds::changed)
                                            .open()));
            line.add(button("merge", "m", () -> deeds.merge(alert)));
            line.add(
                    button(
                            "suppress",
                            "s",
                            () -> new SuppressDialog(alert, actions, deeds::changed).open()));
        }
        if (isDecidedHere() && actions.caller().may(Permission.ALERT_TRIAGE)) {
            line.add(button("undo", "u", this::undo));
        }
        if (actions.caller().may(Permission.ALERT_TRIAGE)) {
            line.add(button("choose", " ", deeds::choose));
        }
        actions.extras().forEach(extra -> line.add(extra.of(alert)));
        return line;
    }

    private Button button(String name, String key, Runnable pressed) {
        var button = new Button(words.text("alert." + name), _ -> pressed.run());
        button.setId("alert-" + name);
        button.getElement().setAttribute("data-key", key);
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void take() {
        actions.take().take(new TakeAlert.Command(alert.id(), alert.version()));
        Done.say(words.text("alert.take.done"));
        deeds.changed();
    }

    /** Whether triage decided it, so that triage can take it back. */
    private boolean isDecidedHere() {
        return switch (alert.phase()) {
            case AlertPhase.Triaging _ -> actions.caller().actor().equals(alert.takenBy());
            case AlertPhase.Merged _, AlertPhase.Closed _, AlertPhase.Suppressed _ -> true;
            case AlertPhase.New _, AlertPhase.Escalated _ -> false;
        };
    }

    private void undo() {
        var holder = alert.phase().isOpen() ? null : alert.takenBy();
        var outcome =
                actions.undo().undo(new UndoTriage.Command(alert.id(), alert.phase(), holder));
        switch (outcome) {
            case UndoTriage.Outcome.TakenBack _ -> Done.say(words.text("alert.undo.done"));
            case UndoTriage.Outcome.DecidedSince(var now) ->
                    Done.say(words.text("alert.undo.since", words.of(now.status())));
        }
        deeds.changed();
    }
}
