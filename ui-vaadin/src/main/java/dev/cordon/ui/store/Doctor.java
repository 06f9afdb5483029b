package dev.cordon.ui.store;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Verdict;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is possible at a store, action by action and connection by connection, and what would bring
 * the rest.
 */
class Doctor extends Div {

    private final Words words = Words.here();
    private final ConnectionReport report;

    Doctor(ConnectionReport report) {
        this.report = report;
        addClassName("doctor");
        add(sum());
        add(table("doctor.acting", true), table("doctor.reading", false));
    }

    private Paragraph sum() {
        var all = Arrays.asList(Capability.values());
        long possible = all.stream().filter(report::allows).count();
        var line = new Paragraph(words.text("doctor.sum", possible, all.size()));
        line.setId("doctor-sum");
        return line;
    }

    private NativeTable table(String title, boolean acts) {
        var table = new NativeTable();
        table.addClassNames("data", "ways");
        table.setCaptionText(words.text(title));
        table.getHead().add(head());
        Arrays.stream(Capability.values())
                .filter(capability -> capability.acts() == acts)
                .forEach(capability -> table.getBody().add(row(capability)));
        return table;
    }

    private NativeTableRow head() {
        var row = new NativeTableRow();
        row.add(new NativeTableHeaderCell(words.text("doctor.action")));
        for (var kind : ConnectionKind.values()) {
            row.add(new NativeTableHeaderCell(words.text("connection.short." + kind)));
        }
        return row;
    }

    private NativeTableRow row(Capability capability) {
        var row = new NativeTableRow();
        row.getElement().setAttribute("data-capability", capability.name());
        row.add(action(capability));
        for (var kind : ConnectionKind.values()) {
            row.add(cell(capability, kind));
        }
        return row;
    }

    private NativeTableHeaderCell action(Capability capability) {
        var cell = new NativeTableHeaderCell();
        cell.getElement().setAttribute("scope", "row");
        cell.add(new Span(words.of(capability)));
        if (!report.allows(capability)) {
            var advice = new Div(new Span(advice(capability)));
            advice.addClassNames("small", "muted", "advice");
            cell.add(advice);
        }
        return cell;
    }

    /** Why not, and what would bring it. */
    private String advice(Capability capability) {
        var reason = report.verdict(capability).reason();
        var missing =
                report.missing(capability).stream()
                        .map(words::of)
                        .collect(Collectors.joining(", "));
        var kept = report.by(capability);
        var said = kept.isEmpty() ? "" : Reasons.why(reason) + " " + Reasons.whatToDo(reason);
        return missing.isEmpty()
                ? said
                : (said + " " + words.text("doctor.missing", missing)).strip();
    }

    private NativeTableCell cell(Capability capability, ConnectionKind kind) {
        var cell = new NativeTableCell();
        cell.getElement().setAttribute("data-way", words.text("connection.short." + kind));
        if (!capability.ways().contains(kind)) {
            cell.addClassName("no-way");
            cell.add(new Span("–"), hidden("doctor.no-way"));
            return cell;
        }
        cell.add(mark(report.by(capability).get(kind)));
        return cell;
    }

    private Span mark(@Nullable Verdict verdict) {
        return switch (verdict) {
            case null -> new Chip(Tone.PLAIN, words.text("verdict.absent"));
            case Verdict.Allowed(var reason) ->
                    hovered(new Chip(Tone.OK, words.text("verdict.may")), Reasons.why(reason));
            case Verdict.Refused(var reason) ->
                    hovered(
                            new Chip(Tone.HIGH, words.text("verdict.may-not")),
                            Reasons.why(reason));
            case Verdict.Unknown(var reason) ->
                    hovered(new Chip(Tone.MED, words.text("verdict.unknown")), Reasons.why(reason));
        };
    }

    private static Span hovered(Span chip, String why) {
        chip.setTitle(why);
        return chip;
    }

    private Span hidden(String key) {
        var text = new Span(words.text(key));
        text.addClassName("sr-only");
        return text;
    }
}
