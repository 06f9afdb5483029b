package dev.cordon.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.notification.CampaignQueries;
import dev.cordon.application.notification.DispatchState;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.DeliveryTally;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.FilterChip;
import dev.cordon.ui.kernel.KeptButtons;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of each message, with the receiving server's own words as proof. */
class DeliveriesCard extends Card {

    private final Words words = Words.here();
    private final CampaignId id;
    private final CampaignActions actions;
    private final Div tally = new Div();
    private final Map<Delivery.Status, FilterChip> chips = new EnumMap<>(Delivery.Status.class);
    private final LazyGrid<Delivery> grid;
    private final KeptButtons<Delivery> wide = new KeptButtons<>();
    private final KeptButtons<Delivery> narrow = new KeptButtons<>();
    private final Paragraph state = new Paragraph();
    private final Shown<DeliveryTally> shown = new Shown<>();
    private Delivery.@Nullable Status only;

    DeliveriesCard(CampaignId id, CampaignActions actions) {
        super(Words.here().text("deliveries.title"));
        this.id = id;
        this.actions = actions;
        setId("deliveries-card");
        tally.addClassName("filters");
        for (var status : Delivery.Status.values()) {
            var chip = new FilterChip("tally-" + status.name(), "", () -> toggle(status));
            chips.put(status, chip);
            tally.add(chip);
        }
        grid = new LazyGrid<>(page -> queries().deliveries(id, only, page));
        grid.setId("deliveries");
        columns();
        state.setId("dispatch-state");
        state.getElement().setAttribute("role", "status");
        with(state, tally, grid);
    }

    void refresh() {
        var now = queries().tally(id);
        if (shown.isNew(now)) {
            chips.forEach(
                    (status, chip) ->
                            chip.setText(
                                    words.text(
                                            "deliveries.tally", words.of(status), now.of(status))));
            aside(words.text("deliveries.total", now.total(), now.unfinished()));
        }
        sayState();
        grid.refresh();
    }

    private void sayState() {
        var now = actions.dispatch().of(id);
        var text = now.map(this::sentence).orElseGet(() -> words.text("dispatch.soon"));
        state.setText(text);
        var kind = now.map(DispatchState::kind).orElse(DispatchState.Kind.SENDING);
        state.setClassName("note " + tone(kind));
    }

    private String sentence(DispatchState now) {
        var next = now.next();
        var what = words.of(now.kind());
        var when = next == null ? "" : words.text("dispatch.next", Moments.here().second(next));
        return String.join(" ", what, now.why(), when).strip();
    }

    private static String tone(DispatchState.Kind kind) {
        return switch (kind) {
            case SENDING -> "low-note";
            case WAITING -> "high";
            case REFUSED -> "crit";
            case COMPLETED -> "ok";
        };
    }

    private CampaignQueries queries() {
        return actions.queries();
    }

    private void toggle(Delivery.Status status) {
        only = status == only ? null : status;
        chips.forEach((known, chip) -> chip.setOn(known == only));
        grid.reload();
    }

    private void columns() {
        grid.text("#", delivery -> Integer.toString(delivery.ordinal())).setFlexGrow(0);
        grid.cell(words.text("deliveries.status"), DeliveriesCard::status);
        grid.cell(words.text("deliveries.proof"), each -> proof(each, wide)).setFlexGrow(3);
        grid.cell(words.text("deliveries.at"), DeliveriesCard::at);
        grid.compact(words.text("deliveries.title"), this::card);
    }

    private static Component status(Delivery delivery) {
        var tone =
                switch (delivery.status()) {
                    case PENDING -> Tone.PLAIN;
                    case IN_FLIGHT -> Tone.LOW;
                    case ACCEPTED -> Tone.OK;
                    case REFUSED -> Tone.CRIT;
                    case UNKNOWN -> Tone.HIGH;
                };
        return new Chip(tone, Words.here().of(delivery.status()));
    }

    private Component proof(Delivery delivery, KeptButtons<Delivery> kept) {
        var proof = new Div(new Mono(delivery.proof()));
        if (delivery.status() == Delivery.Status.UNKNOWN
                && actions.caller().may(Permission.CAMPAIGN_DISPATCH)) {
            proof.add(kept.of(delivery, () -> decide(delivery)));
        }
        if (!delivery.messageId().isEmpty()) {
            var id = new Div(new Mono(delivery.messageId()));
            id.addClassName("muted");
            proof.add(id);
        }
        return proof;
    }

    private Button decide(Delivery delivery) {
        var decide =
                new Button(
                        words.text("deliveries.decide"),
                        _ -> new DecideDialog(delivery, actions.decide(), this::refresh).open());
        decide.setId("decide-" + delivery.ordinal());
        decide.addThemeVariants(ButtonVariant.SMALL);
        return decide;
    }

    private static Component at(Delivery delivery) {
        var at = delivery.at();
        return at == null ? new Span() : TimeText.moment(at);
    }

    private Component card(Delivery delivery) {
        var line = new Div(new Span("# " + delivery.ordinal()), status(delivery), at(delivery));
        line.addClassName("card-line");
        return new Div(line, proof(delivery, narrow));
    }
}
