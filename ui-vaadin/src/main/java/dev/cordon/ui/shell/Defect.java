package dev.cordon.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import dev.cordon.application.kernel.Ids;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not be opened because of a defect, with a number to find it in the log. */
class Defect extends KindPage implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(Defect.class);

    private final Ids ids;

    Defect(Ids ids) {
        this.ids = ids;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        var number = ids.next();
        LOG.error("page failed number={}", number, error.getException());
        return say(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "kind.defect", number.toString());
    }
}
