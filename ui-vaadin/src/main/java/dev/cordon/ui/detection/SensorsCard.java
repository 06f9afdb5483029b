package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.cordon.application.detection.SensorQueries.Health;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Bytes;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What each log source sent, how much of it was understood, how late, and what is not seen now.
 * Silence is an alarm.
 */
class SensorsCard extends LiveCard<List<Health>> {

    private final Words words = Words.here();
    private final SourceActions actions;

    SensorsCard(SourceActions actions) {
        super(Words.here().text("sensors.title"));
        this.actions = actions;
        setId("sensors");
    }

    @Override
    protected List<Health> read() {
        return actions.sensors().all();
    }

    @Override
    protected void paint(List<Health> found) {
        var content = new ArrayList<Component>();
        if (found.isEmpty()) {
            content.add(
                    new EmptyState(words.text("sensors.none"), words.text("sensors.none.what")));
        }
        found.forEach(health -> content.add(row(health)));
        if (actions.caller().may(Permission.STORE_MANAGE)) {
            var add =
                    new Button(
                            words.text("source.add"),
                            _ -> new AddSourceDialog(actions, this::refresh).open());
            add.setId("add-source");
            content.add(add);
        }
        show(content.toArray(Component[]::new));
    }

    private Row row(Health health) {
        var standing = new Div(standing(health));
        standing.addClassName("sensor");
        var actionsBelow = new Div();
        actionsBelow.addClassName("sensor-actions");
        var source = health.intake().source();
        if (actions.caller().may(Permission.STORE_MANAGE)) {
            var edit = new Button(words.text("sensors.edit"), _ -> edit(health));
            edit.setId("sensor-" + source.id());
            edit.setAriaLabel(words.text("sensors.edit.of", source.name()));
            edit.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            actionsBelow.add(edit, doors(source), handIn(source));
        }
        var kept =
                new Button(
                        words.text("sensors.kept"),
                        _ -> new KeepingDialog(actions.keeping(), source).open());
        kept.setId("kept-" + source.id());
        kept.setAriaLabel(words.text("sensors.kept.of", source.name()));
        kept.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        actionsBelow.add(kept, traffic(source));
        var left = new Div(Row.two(source.name(), facts(health)), actionsBelow);
        left.addClassName("two-lines");
        return new Row(left, standing);
    }

    private Button doors(LogSource source) {
        var doors =
                new Button(
                        words.text("doors.open"),
                        _ -> new SourceDoorsDialog(actions.doors(), source).open());
        doors.setId("doors-" + source.id());
        doors.setAriaLabel(words.text("doors.title", source.name()));
        doors.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return doors;
    }

    private Button handIn(LogSource source) {
        var handIn =
                new Button(
                        words.text("logfile.open"),
                        _ -> new LogFileDialog(actions.takeFile(), source, this::refresh).open());
        handIn.setId("log-file-" + source.id());
        handIn.setAriaLabel(words.text("logfile.title", source.name()));
        handIn.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return handIn;
    }

    private Button traffic(LogSource source) {
        var traffic =
                new Button(
                        words.text("traffic.open"), _ -> new TrafficDialog(actions, source).open());
        traffic.setId("traffic-" + source.id());
        traffic.setAriaLabel(words.text("traffic.of", source.name()));
        traffic.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return traffic;
    }

    private void edit(Health health) {
        new SensorDialog(actions, health, this::refresh).open();
    }

    private String facts(Health health) {
        var moments = Moments.here();
        var intake = health.intake();
        var counts = intake.counts();
        var received = intake.lastReceivedAt();
        var facts = new ArrayList<String>();
        facts.add(words.text("sensors.lines", counts.understood(), counts.rejectedLines()));
        facts.add(
                received == null
                        ? words.text("sensors.unheard")
                        : words.text("sensors.heard", moments.second(received)));
        facts.add(words.text("sensors.rhythm", moments.duration(health.rhythm().longestSilence())));
        if (intake.backlog() > 0) {
            facts.add(
                    words.text(
                            "sensors.lag",
                            Bytes.text(intake.backlog()),
                            moments.duration(intake.lag())));
        }
        return String.join(" · ", facts);
    }

    /** What is not seen, else how it keeps up. */
    private Component[] standing(Health health) {
        var chips = new ArrayList<Component>();
        var quiet = health.plan().quietUntil();
        boolean isQuiet = health.plan().isQuiet(actions.clock().instant());
        if (isQuiet && quiet != null) {
            chips.add(
                    new Chip(
                            Tone.PLAIN, words.text("sensors.quiet", Moments.here().moment(quiet))));
        }
        health.blind().forEach(span -> chips.add(blind(span, isQuiet)));
        if (chips.isEmpty()) {
            chips.add(keepingUp(health));
        }
        return chips.toArray(Component[]::new);
    }

    private Chip blind(BlindSpan span, boolean isQuiet) {
        var chip = new Chip(isQuiet ? Tone.PLAIN : Tone.HIGH, words.of(span.why()));
        chip.setTitle(words.text("sensors.since", Moments.here().exact(span.from())));
        return chip;
    }

    private Chip keepingUp(Health health) {
        if (health.intake().lastReceivedAt() == null) {
            return new Chip(Tone.HIGH, words.text("sensors.blind"));
        }
        if (health.intake().behind()) {
            return new Chip(Tone.MED, words.text("sensors.behind"));
        }
        return health.intake().counts().isDoubtful()
                ? new Chip(Tone.HIGH, words.text("sensors.doubtful"))
                : new Chip(Tone.OK, words.text("sensors.fine"));
    }
}
