package dev.cordon.ui.people;

import com.vaadin.flow.component.Component;
import dev.cordon.domain.people.Person;
import java.util.List;

/** What another feature adds to a person in the list. */
public interface PersonExtra {

    /** Empty when there is nothing for the viewer. */
    List<Component> of(Person person, Runnable changed);
}
