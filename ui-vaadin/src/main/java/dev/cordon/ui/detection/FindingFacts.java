package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.detection.Finding;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.store.StoreNames;

/** What an alert knows, in a list of facts. */
class FindingFacts extends Facts {

    private final Words words = Words.here();

    FindingFacts(Alert alert, StoreNames stores, Names names) {
        var finding = alert.finding();
        fact(words.text("overview.store"), stores.of(alert.store()));
        fact(
                words.text("alert.when"),
                TimeText.moment(finding.startedAt()),
                new Span(" – "),
                TimeText.moment(finding.lastSeenAt()));
        fact(words.text("alert.fired"), TimeText.moment(finding.period().detectedAt()));
        fact(words.text("time.detected"), TimeText.moment(alert.detectedAt()));
        fact(words.text("alert.events"), words.text("number", finding.events()));
        fact(words.text("alert.successes"), words.text("number", finding.successes()));
        what(finding);
        decision(alert.phase(), names);
    }

    private void what(Finding finding) {
        var attackers = finding.attackers();
        var verdict = finding.verdict();
        if (attackers.otherLogins() > 0) {
            fact(
                    words.text("alert.others"),
                    words.text("alert.others.what", attackers.otherLogins()));
        }
        if (!attackers.accounts().isEmpty()) {
            fact(words.text("alert.accounts"), new Mono(String.join("  ", attackers.accounts())));
        }
        if (!finding.paths().isEmpty()) {
            fact(words.text("alert.paths"), new Mono(String.join("  ", finding.paths())));
        }
        fact(words.text("alert.rule"), new Mono(String.join("  ", verdict.rules())));
        fact(words.text("alert.techniques"), String.join(", ", verdict.techniques()));
        var playbook = verdict.playbook();
        if (playbook != null) {
            fact(words.text("alert.playbook"), new Mono(playbook));
        }
    }

    private void decision(AlertPhase phase, Names names) {
        switch (phase) {
            case AlertPhase.Closed(var resolution, var reason, var by, var at) ->
                    fact(
                            words.text("alert.closed"),
                            new Div(words.of(resolution) + ": " + words.text("quoted", reason)),
                            new Div(new Span(names.of(by) + ", "), TimeText.moment(at)));
            case AlertPhase.Merged(var into, var by, var at) ->
                    fact(
                            words.text("alert.merged"),
                            new Anchor(
                                    AlertNavigation.address(into), words.text("alert.merged.into")),
                            new Div(new Span(names.of(by) + ", "), TimeText.moment(at)));
            case AlertPhase.Suppressed(_, var by, var at) ->
                    fact(
                            words.text("alert.suppressed"),
                            new Anchor("suppressions", words.text("alert.suppressed.under")),
                            new Div(new Span(names.of(by) + ", "), TimeText.moment(at)));
            case AlertPhase.New _, AlertPhase.Triaging _, AlertPhase.Escalated _ -> {}
        }
    }
}
