package dev.cordon.ui.detection;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import dev.cordon.application.detection.PlanSensor;
import dev.cordon.application.detection.SensorQueries.Health;
import dev.cordon.domain.detection.sensor.Rhythm;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says how often a log speaks, and until when its silence is planned. */
class SensorDialog extends ReasonDialog {

    private static final List<Duration> OFFERED =
            List.of(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(12),
                    Duration.ofDays(1),
                    Duration.ofDays(3),
                    Duration.ofDays(7),
                    Duration.ofDays(31));

    private final ComboBox<Duration> rhythm = new ComboBox<>();
    private final DateTimePicker quiet = new DateTimePicker();
    private final Moments moments = Moments.here();

    SensorDialog(SourceActions actions, Health health, Runnable done) {
        super(
                "sensor-dialog",
                Words.here().text("sensor.title", health.intake().source().name()),
                Words.here().text("sensor.text"),
                Words.here().text("sensor.confirm"));
        var words = Words.here();
        var set = health.plan().rhythm();
        var usual = Rhythm.usual(health.intake().source().format()).longestSilence();
        rhythm.setId("sensor-rhythm");
        rhythm.setLabel(words.text("sensor.rhythm"));
        rhythm.setPlaceholder(words.text("sensor.usual", moments.duration(usual)));
        rhythm.setHelperText(words.text("sensor.rhythm.help", moments.duration(usual)));
        rhythm.setItems(choices(set));
        rhythm.setItemLabelGenerator(moments::duration);
        rhythm.setClearButtonVisible(true);
        rhythm.setValue(set == null ? null : set.longestSilence());
        rhythm.setWidthFull();
        quiet.setId("sensor-quiet");
        quiet.setLabel(words.text("sensor.quiet", moments.zone().getId()));
        quiet.setHelperText(words.text("sensor.quiet.help"));
        var now = LocalDateTime.ofInstant(actions.clock().instant(), moments.zone());
        quiet.setMin(now);
        quiet.setMax(now.plusDays(31));
        quiet.setLocale(words.locale());
        if (health.plan().isQuiet(actions.clock().instant())) {
            quiet.setValue(LocalDateTime.ofInstant(health.plan().quietUntil(), moments.zone()));
        }
        with(rhythm, quiet);
        withReason(
                reason -> {
                    actions.plan()
                            .plan(
                                    new PlanSensor.Command(
                                            health.intake().source().id(),
                                            health.plan().version(),
                                            chosenRhythm(),
                                            chosenEnd(),
                                            reason));
                    Done.say(words.text("sensor.done"));
                    done.run();
                });
    }

    private static List<Duration> choices(@Nullable Rhythm set) {
        var all = new TreeSet<>(OFFERED);
        if (set != null) {
            all.add(set.longestSilence());
        }
        return List.copyOf(all);
    }

    /** Null for the usual one. */
    private @Nullable Rhythm chosenRhythm() {
        var chosen = rhythm.getValue();
        return chosen == null ? null : new Rhythm(chosen);
    }

    private @Nullable Instant chosenEnd() {
        var local = quiet.getValue();
        return local == null ? null : local.atZone(moments.zone()).toInstant();
    }
}
