package dev.cordon.ui.evidence;

import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.evidence.AcceptEvidence;
import dev.cordon.application.evidence.ApproveDisposal;
import dev.cordon.application.evidence.DeclineEvidence;
import dev.cordon.application.evidence.HandOverEvidence;
import dev.cordon.application.evidence.HoldEvidence;
import dev.cordon.application.evidence.KeepEvidence;
import dev.cordon.application.evidence.PlanDisposal;
import dev.cordon.application.evidence.RefuseDisposal;
import dev.cordon.application.evidence.ReleaseEvidence;
import dev.cordon.application.evidence.SealEvidence;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.LegalHold;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** What the viewer may do with an item now, each with its reason. */
class CustodyMenu extends MenuBar {

    private final Words words = Words.here();
    private final EvidenceItem item;
    private final EvidenceActions actions;
    private final CustodyVerbs verbs;
    private final NameBook book;
    private final Runnable refresh;

    CustodyMenu(EvidenceItem item, EvidenceActions actions, NameBook book, Runnable refresh) {
        this.item = item;
        this.actions = actions;
        this.verbs = actions.verbs();
        this.book = book;
        this.refresh = refresh;
        setId("evidence-more-" + item.label());
        addThemeVariants(MenuBarVariant.SMALL);
        var offered = offered();
        setVisible(!offered.isEmpty());
        var more = addItem(words.text("evidence.more"));
        more.setAriaLabel(words.text("evidence.more.of", item.label()));
        offered.forEach(
                (action, open) -> {
                    var entry = more.getSubMenu().addItem(words.text(key(action)), _ -> open.run());
                    entry.setId("evidence-" + action + "-" + item.label());
                });
    }

    private static String key(Action action) {
        return "evidence.do." + action;
    }

    /** What the item's state allows and the viewer's permissions as well. */
    private Map<Action, Runnable> offered() {
        var offered = new EnumMap<Action, Runnable>(Action.class);
        var possible = EnumSet.noneOf(Action.class);
        possible.addAll(item.possible(actions.caller().actor()));
        if (actions.caller().may(Permission.EVIDENCE_COLLECT)) {
            offered.put(Action.HANDED_OVER, this::handOver);
            offered.put(Action.ACCEPTED, this::accept);
            offered.put(Action.DECLINED, this::decline);
            offered.put(Action.SEALED, this::seal);
        }
        if (actions.caller().may(Permission.EVIDENCE_KEEP)) {
            offered.put(Action.HELD, this::hold);
            offered.put(Action.RELEASED, this::release);
            offered.put(Action.KEEPING_CHANGED, this::keep);
            offered.put(Action.DISPOSAL_PLANNED, this::planDisposal);
            offered.put(Action.DISPOSAL_REFUSED, this::refuseDisposal);
            offered.put(Action.DISPOSED, this::approveDisposal);
        }
        var heldBack = item.custody().heldBack(actions.caller().actor());
        offered.replaceAll((action, open) -> heldBack.contains(action) ? () -> held(action) : open);
        possible.addAll(heldBack);
        offered.keySet().retainAll(possible);
        return offered;
    }

    /** Whoever looks for it learns why it cannot be, and what would have to be done first. */
    private void held(Action action) {
        var matters = item.custody().holds().stream().map(LegalHold::matter).toList();
        var why = words.text("evidence.held-back", matters.size(), String.join(", ", matters));
        var dialog = new AskDialog("evidence-held-back", title(action), why, "");
        dialog.readOnly();
        dialog.open();
    }

    private void seal() {
        ask(Action.SEALED)
                .take(
                        () -> true,
                        () ->
                                (why, progress) ->
                                        verbs.seal()
                                                .seal(
                                                        new SealEvidence.Command(
                                                                item.id(), why, progress)),
                        this::done)
                .open();
    }

    private void handOver() {
        var to = new Select<Person>();
        to.setId("evidence-to");
        to.setLabel(words.text("evidence.to"));
        to.setItems(
                actions.queries().whoMayHold(item.id()).stream()
                        .filter(
                                person ->
                                        !person.username()
                                                .equals(item.custody().custodian().name()))
                        .toList());
        to.setItemLabelGenerator(Person::displayName);
        to.setErrorMessage(words.text("evidence.to.missing"));
        to.setWidthFull();
        var dialog = ask(Action.HANDED_OVER);
        dialog.with(to);
        dialog.take(
                        () -> {
                            to.setInvalid(to.isEmpty());
                            return !to.isEmpty();
                        },
                        () -> {
                            var name = to.getValue().username();
                            return (why, progress) ->
                                    verbs.handOver()
                                            .handOver(
                                                    new HandOverEvidence.Command(
                                                            item.id(), name, why, progress));
                        },
                        this::done)
                .open();
    }

    private void accept() {
        ask(Action.ACCEPTED)
                .take(
                        () -> true,
                        () ->
                                (why, progress) ->
                                        verbs.accept()
                                                .accept(
                                                        new AcceptEvidence.Command(
                                                                item.id(), why, progress)),
                        this::done)
                .open();
    }

    private void decline() {
        ask(Action.DECLINED)
                .take(
                        () -> true,
                        () ->
                                (why, _) ->
                                        verbs.decline()
                                                .decline(
                                                        new DeclineEvidence.Command(
                                                                item.id(), why)),
                        this::done)
                .open();
    }

    private void hold() {
        var matter = new TextField(words.text("evidence.matter"));
        matter.setId("evidence-matter");
        matter.setHelperText(words.text("evidence.matter.help"));
        matter.setErrorMessage(words.text("evidence.matter.missing"));
        matter.setMaxLength(200);
        matter.setWidthFull();
        var dialog = ask(Action.HELD);
        dialog.with(matter);
        dialog.take(
                        () -> {
                            matter.setInvalid(matter.getValue().isBlank());
                            return !matter.isInvalid();
                        },
                        () -> {
                            var of = matter.getValue();
                            return (why, _) ->
                                    verbs.hold().hold(new HoldEvidence.Command(item.id(), of, why));
                        },
                        this::done)
                .open();
    }

    private void release() {
        var matter = new Select<String>();
        matter.setId("evidence-matter");
        matter.setLabel(words.text("evidence.matter"));
        var matters = item.custody().holds().stream().map(LegalHold::matter).toList();
        matter.setItems(matters);
        matter.setValue(matters.getFirst());
        matter.setWidthFull();
        var dialog = ask(Action.RELEASED);
        dialog.with(matter);
        dialog.take(
                        () -> !matter.isEmpty(),
                        () -> {
                            var of = matter.getValue();
                            return (why, _) ->
                                    verbs.release()
                                            .release(
                                                    new ReleaseEvidence.Command(
                                                            item.id(), of, why));
                        },
                        this::done)
                .open();
    }

    private void keep() {
        var until = new KeepUntil(item);
        var dialog = ask(Action.KEEPING_CHANGED);
        dialog.with(until);
        dialog.take(
                        until::isReady,
                        () -> {
                            var end = until.moment();
                            return (why, _) ->
                                    verbs.keep()
                                            .keep(new KeepEvidence.Command(item.id(), end, why));
                        },
                        this::done)
                .open();
    }

    private void planDisposal() {
        ask(Action.DISPOSAL_PLANNED)
                .take(
                        () -> true,
                        () ->
                                (why, _) ->
                                        verbs.planDisposal()
                                                .plan(new PlanDisposal.Command(item.id(), why)),
                        this::done)
                .open();
    }

    private void refuseDisposal() {
        ask(Action.DISPOSAL_REFUSED)
                .take(
                        () -> true,
                        () ->
                                (why, _) ->
                                        verbs.refuseDisposal()
                                                .refuse(new RefuseDisposal.Command(item.id(), why)),
                        this::done)
                .open();
    }

    /** There is no way back from here: the label is typed before. */
    private void approveDisposal() {
        var plan = item.custody().disposal();
        var typed = new TextField(words.text("evidence.type", item.label()));
        typed.setId("evidence-typed");
        typed.setErrorMessage(words.text("evidence.type.wrong", item.label()));
        typed.setWidthFull();
        var text =
                words.text(
                        key(Action.DISPOSED) + ".text",
                        plan == null ? "" : plan.reason(),
                        plan == null ? "" : book.names().of(plan.plannedBy()));
        new AskDialog(
                        "evidence-step",
                        title(Action.DISPOSED),
                        text,
                        words.text(key(Action.DISPOSED)))
                .with(typed)
                .onConfirm(
                        () -> {
                            typed.setInvalid(!typed.getValue().strip().equals(item.label()));
                            if (typed.isInvalid()) {
                                return false;
                            }
                            verbs.approveDisposal()
                                    .approve(
                                            new ApproveDisposal.Command(item.id(), item.version()));
                            done();
                            return true;
                        })
                .open();
    }

    private StepDialog ask(Action action) {
        return new StepDialog(
                "evidence-step",
                title(action),
                words.text(key(action) + ".text"),
                words.text(key(action)),
                actions.work());
    }

    private String title(Action action) {
        return words.text(key(action)) + ": " + item.label();
    }

    private void done() {
        Done.say(words.text("evidence.done", item.label()));
        refresh.run();
    }
}
