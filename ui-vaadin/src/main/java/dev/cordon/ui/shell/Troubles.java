package dev.cordon.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.people.PeopleDirectory.DirectoryUnreachable;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns what went wrong behind a click into a question or a sentence; nothing typed is lost. */
@Component
class Troubles implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private final Ids ids;

    Troubles(Ids ids) {
        this.ids = ids;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(
                        session -> session.getSession().setErrorHandler(this::tell));
    }

    void tell(ErrorEvent event) {
        var trouble = root(event.getThrowable());
        if (trouble instanceof IOException) {
            LOG.debug("the browser went away", trouble);
            return;
        }
        if (UI.getCurrent() == null) {
            LOG.error("request failed", trouble);
            return;
        }
        dialog(trouble, Words.here()).open();
    }

    private TroubleDialog dialog(Throwable trouble, Words words) {
        return switch (trouble) {
            case StaleVersion _ -> TroubleDialog.stale();
            case IllegalTransition _ -> TroubleDialog.moved();
            case NotFound _ -> TroubleDialog.of("trouble.gone");
            case Denied denied -> TroubleDialog.of("trouble.denied", Permitted.by(denied, words));
            case DirectoryUnreachable _ -> TroubleDialog.of("trouble.directory");
            case IllegalArgumentException refused ->
                    TroubleDialog.of("trouble.input", String.valueOf(refused.getMessage()));
            default -> {
                var number = ids.next();
                LOG.error("action failed number={}", number, trouble);
                yield TroubleDialog.of("trouble.defect", number.toString());
            }
        };
    }

    /** Vaadin wraps what an event listener throws. */
    private static Throwable root(Throwable thrown) {
        var now = thrown;
        while (now.getCause() != null && now.getClass() == RuntimeException.class) {
            now = now.getCause();
        }
        return now;
    }
}
