package dev.cordon.ui.shell;

import com.vaadin.flow.component.html.Div;
import dev.cordon.ui.kernel.Words;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Says on every page of the demo that users are built in and data is made up. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class DemoBanner extends Div {

    DemoBanner(Environment environment) {
        setId("demo-banner");
        addClassName("demo-banner");
        setText(Words.here().text("shell.demo"));
        setVisible(environment.acceptsProfiles(Profiles.of("demo")));
    }
}
