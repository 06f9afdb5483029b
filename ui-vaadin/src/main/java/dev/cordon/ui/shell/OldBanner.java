package dev.cordon.ui.shell;

import com.vaadin.flow.component.html.Div;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.time.InstantSource;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Says for as long as nothing new can be read, because of a lost database, that it is so. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class OldBanner extends Div {

    private final InstantSource clock;

    OldBanner(InstantSource clock) {
        this.clock = clock;
        setId("old-banner");
        addClassName("old-banner");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show() {
        if (!isVisible()) {
            setText(Words.here().text("shell.old", Moments.here().second(clock.instant())));
            setVisible(true);
        }
    }

    void hide() {
        setVisible(false);
    }
}
