package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.detection.RuleQueries;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersion.Phase;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.store.StoreNames;
import java.util.List;

/** The versions of rules that wait for an approval, longest waiting first. */
public final class RulesWaiting extends LiveCard<List<RuleVersion>> {

    private final Words words = Words.here();
    private final Sources sources;

    /** What the card reads from. */
    @org.springframework.stereotype.Component
    public record Sources(RuleQueries queries, StoreNames stores, NameBook book, Caller caller) {}

    public RulesWaiting(Sources sources) {
        super(Words.here().text("approvals.rules"));
        this.sources = sources;
        setId("rules-waiting");
    }

    @Override
    protected List<RuleVersion> read() {
        return sources.queries().waitingForApproval();
    }

    @Override
    protected void paint(List<RuleVersion> found) {
        if (found.isEmpty()) {
            show(
                    new EmptyState(
                            words.text("approvals.rules.none"),
                            words.text("approvals.rules.none.what")));
            return;
        }
        var names = sources.book().names();
        show(found.stream().map(each -> row(each, names)).toArray(Component[]::new));
    }

    private Row row(RuleVersion version, Names names) {
        var title =
                words.text(
                        "approvals.rules.of",
                        sources.stores().of(version.store()),
                        version.number());
        var asked =
                version.phase() instanceof Phase.Submitted(var by, var at, _)
                        ? words.text("approvals.asked", names.of(by), Moments.here().moment(at))
                        : "";
        boolean decides =
                sources.caller().may(Permission.RULE_APPROVE)
                        && !version.authors().contains(sources.caller().actor().name());
        var link =
                RuleNavigation.link(
                        version, words.text(decides ? "approvals.review" : "approvals.read"));
        link.setId("review-rules-" + version.number());
        link.addClassName("review");
        return new Row(Row.two(new Span(title), new Span(version.reason() + " · " + asked)), link);
    }
}
