package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.store.EndMirror;
import dev.cordon.application.store.MirrorQueries.Mirror;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.mirror.MirrorState;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Whether the store's orders and customers are mirrored, how far, and by whose decision. */
@org.springframework.stereotype.Component
class MirrorPart implements StorePart {

    private final MirrorActions actions;

    MirrorPart(MirrorActions actions) {
        this.actions = actions;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Object state(Store store) {
        return actions.queries().mirror(store.id());
    }

    @Override
    public Component of(Store store, Runnable changed) {
        var words = Words.here();
        var mirror = actions.queries().mirror(store.id());
        var card = new Card(words.text("mirror.title"));
        card.setId("mirror");
        var shown = new ArrayList<Component>();
        shown.add(
                mirror.plan().on()
                        ? facts(mirror)
                        : new EmptyState(
                                words.text("mirror.none"), words.text("mirror.none.what")));
        var stopped = mirror.state() == null ? null : mirror.state().stoppedBy();
        if (mirror.plan().on() && stopped != null) {
            var note = new Paragraph(words.text("mirror.stopped", stopped));
            note.setId("mirror-stopped");
            note.addClassNames("note", "high");
            shown.add(note);
        }
        if (actions.caller().may(Permission.STORE_MANAGE)) {
            shown.add(buttons(store, mirror, changed));
        }
        card.show(shown.toArray(Component[]::new));
        return card;
    }

    private static Facts facts(Mirror mirror) {
        var words = Words.here();
        var plan = mirror.plan();
        var state = mirror.state();
        return new Facts()
                .fact(
                        words.text("mirror.kept"),
                        words.text(
                                "mirror.counts",
                                state == null ? 0 : state.orders(),
                                state == null ? 0 : state.customers()))
                .fact(words.text("mirror.read"), read(state))
                .fact(words.text("mirror.told"), told(mirror))
                .fact(words.text("mirror.days"), words.text("mirror.days.of", plan.days()))
                .fact(words.text("mirror.owner"), plan.owner())
                .fact(words.text("mirror.purpose"), plan.purpose());
    }

    private static String told(Mirror mirror) {
        var words = Words.here();
        var webhooks = mirror.webhooks();
        if (!mirror.plan().told()) {
            return words.text("mirror.told.not");
        }
        if (webhooks.stoppedBy() != null) {
            return words.text("mirror.told.stopped", webhooks.stoppedBy());
        }
        if (webhooks.checkedAt() == null) {
            return words.text("mirror.told.soon");
        }
        var last =
                webhooks.toldAt() == null
                        ? words.text("mirror.told.never")
                        : words.text("mirror.told.last", Moments.here().moment(webhooks.toldAt()));
        return webhooks.repairedAt() == null
                ? last
                : last
                        + " "
                        + words.text(
                                "mirror.told.repaired",
                                webhooks.repaired(),
                                Moments.here().moment(webhooks.repairedAt()));
    }

    private static String read(@Nullable MirrorState state) {
        var at = state == null ? null : state.caughtUpAt();
        return at == null ? Words.here().text("mirror.first") : Moments.here().moment(at);
    }

    private Div buttons(Store store, Mirror mirror, Runnable changed) {
        var words = Words.here();
        boolean on = mirror.plan().on();
        var set =
                new Button(
                        words.text(on ? "mirror.change" : "mirror.begin"),
                        _ -> new MirrorDialog(actions, store, mirror.plan(), changed).open());
        set.setId("mirror-set");
        var buttons = new Div(set);
        buttons.addClassName("buttons");
        if (on) {
            var end = new Button(words.text("mirror.end"), _ -> end(store, mirror, changed));
            end.setId("mirror-end");
            buttons.add(end);
        }
        return buttons;
    }

    private void end(Store store, Mirror mirror, Runnable changed) {
        var words = Words.here();
        new ReasonDialog(
                        "mirror-end-dialog",
                        words.text("mirror.end"),
                        words.text("mirror.end.text"),
                        words.text("mirror.end.confirm"))
                .withReason(
                        reason -> {
                            actions.end()
                                    .end(
                                            new EndMirror.Command(
                                                    store.id(), mirror.plan().version(), reason));
                            Done.say(words.text("mirror.ended"));
                            changed.run();
                        })
                .open();
    }
}
