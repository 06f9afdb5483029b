package dev.cordon.ui.breach;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import dev.cordon.application.breach.DeclareAwareness;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Starts the legal clocks: since when, and what makes it certain. */
class AwareDialog extends ReasonDialog {

    private final DateTimePicker since = new DateTimePicker();
    private final Moments moments = Moments.here();

    AwareDialog(OpenIncident page, BreachActions actions) {
        super(
                "aware",
                Words.here().text("aware.title"),
                Words.here().text("aware.text"),
                Words.here().text("aware.open"));
        var words = Words.here();
        since.setId("aware-since");
        since.setLabel(words.text("aware.since", moments.zone().getId()));
        since.setHelperText(words.text("aware.since.help"));
        since.setMax(LocalDateTime.ofInstant(actions.clock().instant(), moments.zone()));
        since.setLocale(words.locale());
        with(since);
        withReason(
                reason -> {
                    var incident = page.incident();
                    actions.declare()
                            .declare(
                                    new DeclareAwareness.Command(
                                            incident.id(), incident.version(), chosen(), reason));
                    Done.say(words.text("aware.done"));
                    page.refresh();
                });
    }

    /** Null for now. */
    private @Nullable Instant chosen() {
        var local = since.getValue();
        return local == null ? null : local.atZone(moments.zone()).toInstant();
    }
}
