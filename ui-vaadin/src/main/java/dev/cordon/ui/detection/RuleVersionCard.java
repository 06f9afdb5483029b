package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.cordon.application.detection.ApproveRules;
import dev.cordon.application.detection.DiscardRules;
import dev.cordon.application.detection.DraftRules;
import dev.cordon.application.detection.SendBackRules;
import dev.cordon.application.detection.SubmitRules;
import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersion.ApprovalOutcome;
import dev.cordon.domain.detection.tuning.RuleVersion.Phase;
import dev.cordon.domain.detection.tuning.RuleVersion.Stage;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which version is shown, what it changes, and what the viewer may do with it. */
class RuleVersionCard extends Card {

    private final Words words = Words.here();
    private final Moments moments = Moments.here();
    private final OpenRules page;
    private final RuleActions actions;
    private final Names names;
    private final List<RuleVersion> versions;
    private final Paragraph outcome = new Paragraph();

    RuleVersionCard(OpenRules page, RuleActions actions, Names names, List<RuleVersion> versions) {
        super(title(page.version()));
        this.page = page;
        this.actions = actions;
        this.names = names;
        this.versions = versions;
        setId("rule-version");
        outcome.setId("rules-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.setVisible(false);
        var version = page.version();
        if (version == null) {
            with(new Paragraph(words.text("ruleversion.none.what")));
        } else {
            describe(version);
        }
        with(outcome);
        buttons(version);
    }

    private static String title(@Nullable RuleVersion version) {
        var words = Words.here();
        return version == null
                ? words.text("ruleversion.none")
                : words.text("ruleversion.title", version.number(), words.of(version.stage()));
    }

    private void describe(RuleVersion version) {
        if (version.phase() instanceof Phase.Draft(var back) && !back.isEmpty()) {
            note("med", words.text("ruleversion.back", back));
        }
        with(
                new Facts()
                        .fact(words.text("ruleversion.authors"), authors(version))
                        .fact(words.text("ruleversion.state"), state(version))
                        .fact(
                                words.text("ruleversion.content"),
                                Mono.digest(version.tuning().hash())));
        with(changes());
        if (page.isEditable()) {
            with(reason(version));
        } else if (!version.reason().isEmpty()) {
            with(new Paragraph(words.text("ruleversion.reason.is", version.reason())));
        }
        if (version.stage() == Stage.SUBMITTED && !isTried(version)) {
            note("med", words.text("ruleversion.untried"));
        }
    }

    private void note(String tone, String text) {
        var note = new Paragraph(text);
        note.addClassNames("note", tone);
        with(note);
    }

    private String authors(RuleVersion version) {
        return version.authors().stream()
                .sorted()
                .map(names::ofLogin)
                .collect(Collectors.joining(", "));
    }

    private String state(RuleVersion version) {
        return switch (version.phase()) {
            case Phase.Draft _ -> moments.moment(version.createdAt());
            case Phase.Submitted(var by, var at, _) ->
                    words.text("ruleversion.submitted", names.of(by), moments.moment(at));
            case Phase.InForce(var by, var since, _) ->
                    words.text("ruleversion.inforce", names.of(by), moments.moment(since));
            case Phase.Superseded(var by, var since, _, var until) ->
                    words.text(
                            "ruleversion.superseded",
                            names.of(by),
                            moments.moment(since),
                            moments.moment(until));
            case Phase.Discarded(var by, var at, var why) ->
                    words.text("ruleversion.discarded", names.of(by), moments.moment(at), why);
        };
    }

    private Component changes() {
        var found = TuningChanges.of(page.before(), page.tuning());
        if (found.isEmpty()) {
            return new Paragraph(words.text("changes.none"));
        }
        var list = new UnorderedList();
        list.setId("rule-changes");
        list.addClassName("small");
        found.stream().map(ListItem::new).forEach(list::add);
        return list;
    }

    private TextArea reason(RuleVersion version) {
        var reason = new TextArea(words.text("ruleversion.reason"));
        reason.setId("rules-reason");
        reason.setMaxLength(2_000);
        reason.setWidthFull();
        reason.setValue(version.reason());
        reason.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        reason.addValueChangeListener(
                changed -> {
                    if (changed.isFromClient()) {
                        page.explain(changed.getValue());
                    }
                });
        return reason;
    }

    private boolean isTried(RuleVersion version) {
        return actions.runs().of(version.id()).stream()
                .anyMatch(
                        each ->
                                each.run().isAbout(version)
                                        && each.run().phase() instanceof DryRun.Phase.Finished);
    }

    private void buttons(@Nullable RuleVersion version) {
        boolean writes = actions.caller().may(Permission.RULE_WRITE);
        var stage = version == null ? null : version.stage();
        var all = new ArrayList<Button>();
        if (version != null && stage == Stage.SUBMITTED) {
            if (actions.caller().may(Permission.RULE_APPROVE)) {
                all.add(primary("rules-approve", "ruleversion.approve", () -> approve(version)));
                all.add(button("rules-send-back", "ruleversion.sendback", () -> back(version)));
            }
        } else if (version != null && page.isEditable()) {
            all.add(primary("rules-submit", "ruleversion.submit", () -> submit(version)));
        }
        if (version != null && writes && (stage == Stage.DRAFT || stage == Stage.SUBMITTED)) {
            all.add(button("rules-discard", "ruleversion.discard", () -> discard(version)));
        } else if (writes) {
            open(version, all);
        }
        with(all.toArray(Component[]::new));
    }

    private void open(@Nullable RuleVersion shown, List<Button> all) {
        var open =
                versions.stream()
                        .filter(
                                each ->
                                        each.stage() == Stage.DRAFT
                                                || each.stage() == Stage.SUBMITTED)
                        .findFirst();
        all.add(
                open.isPresent()
                        ? primary(
                                "rules-open",
                                "ruleversion.open",
                                () -> UI.getCurrent().navigate(RuleNavigation.address(open.get())))
                        : primary("rules-draft", "ruleversion.draft", () -> draft(shown)));
    }

    private void draft(@Nullable RuleVersion like) {
        var command = new DraftRules.Command(page.store(), like == null ? null : like.id());
        var id =
                switch (actions.draft().draft(command)) {
                    case DraftRules.Outcome.Drafted(var drafted) -> drafted;
                    case DraftRules.Outcome.AlreadyOpen(var there) -> there;
                };
        UI.getCurrent().navigate(RuleNavigation.address(actions.queries().version(id)));
    }

    private void submit(RuleVersion version) {
        if (version.reason().isEmpty()) {
            refuse(words.text("ruleversion.reason.missing"));
            return;
        }
        var command = new SubmitRules.Command(version.id(), version.version());
        switch (actions.submit().submit(command)) {
            case SubmitRules.Outcome.Submitted _ -> done("ruleversion.submit.done");
            case SubmitRules.Outcome.Faulty(var faults) ->
                    refuse(words.text("ruleversion.faulty", String.join("; ", faults)));
        }
    }

    private void approve(RuleVersion version) {
        var command = new ApproveRules.Command(version.id(), version.tuning().hash());
        switch (actions.approve().approve(command)) {
            case ApprovalOutcome.Approved _ -> done("ruleversion.approve.done");
            case ApprovalOutcome.Denied(var why, _) -> refuse(words.of(why));
        }
    }

    private void back(RuleVersion version) {
        new ReasonDialog(
                        "rules-back-dialog",
                        words.text("ruleversion.sendback"),
                        words.text("ruleversion.sendback.text"),
                        words.text("ruleversion.sendback"))
                .withReason(
                        why -> {
                            actions.sendBack()
                                    .sendBack(
                                            new SendBackRules.Command(
                                                    version.id(), version.version(), why));
                            done("ruleversion.sendback.done");
                        })
                .open();
    }

    private void discard(RuleVersion version) {
        new ReasonDialog(
                        "rules-discard-dialog",
                        words.text("ruleversion.discard"),
                        words.text("ruleversion.discard.text"),
                        words.text("ruleversion.discard"))
                .withReason(
                        why -> {
                            actions.discard()
                                    .discard(
                                            new DiscardRules.Command(
                                                    version.id(), version.version(), why));
                            done("ruleversion.discard.done");
                        })
                .open();
    }

    private void done(String key) {
        Done.say(words.text(key));
        page.refresh();
    }

    private void refuse(String why) {
        outcome.setText(why);
        outcome.addClassNames("note", "crit");
        outcome.setVisible(true);
    }

    private Button primary(String id, String key, Runnable work) {
        var button = button(id, key, work);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button button(String id, String key, Runnable work) {
        var button = new Button(words.text(key), _ -> work.run());
        button.setId(id);
        button.setWidthFull();
        return button;
    }
}
