package dev.cordon.ui.kernel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** Says that something is under way, as long as it is. */
public class Busy extends Div {

    private final Span said = new Span();
    private final ProgressBar bar = new ProgressBar();

    public Busy(String id) {
        setId(id);
        addClassNames("small", "busy");
        said.getElement().setAttribute("role", "status");
        bar.setIndeterminate(true);
        bar.setVisible(false);
        add(said, bar);
    }

    public void begin(String text) {
        said.setText(text);
        bar.getElement().setAttribute("aria-label", text);
        bar.setVisible(true);
    }

    public void end() {
        said.setText("");
        bar.setVisible(false);
    }
}
