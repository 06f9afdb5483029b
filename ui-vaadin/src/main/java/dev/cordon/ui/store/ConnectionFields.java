package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import dev.cordon.domain.store.Connection;
import java.util.List;

/** What is asked for one kind of connection. */
interface ConnectionFields {

    List<Component> fields();

    /**
     * @throws IllegalArgumentException with a sentence when what was typed opens nothing
     */
    Connection read();
}
