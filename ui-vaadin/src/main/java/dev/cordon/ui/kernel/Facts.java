package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;

/** Names and values below each other. */
public class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    public Facts fact(String name, String value) {
        return fact(name, new Text(value));
    }

    public Facts fact(String name, Component... values) {
        add(new Term(name));
        var description = new Description();
        description.add(values);
        add(description);
        return this;
    }
}
