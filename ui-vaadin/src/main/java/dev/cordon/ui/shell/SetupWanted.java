package dev.cordon.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Words;

/** Leads whoever sets Cordon up to what is missing; not there once nothing is. */
class SetupWanted extends LiveCard<Integer> {

    private final SetupSteps steps;
    private boolean over;

    SetupWanted(SetupSteps steps) {
        super(Words.here().text("setup.title"));
        this.steps = steps;
        setId("setup-wanted");
        setVisible(false);
    }

    /** Once nothing is missing, nobody asks all features for it every few seconds any more. */
    @Override
    protected Integer read() {
        int open = over ? 0 : steps.open();
        over = open == 0;
        return open;
    }

    @Override
    protected void paint(Integer open) {
        setVisible(open > 0);
        var words = Words.here();
        var go = new Anchor("setup", words.text("setup.go"));
        go.setId("setup-go");
        show(new Paragraph(words.text("setup.missing", open)), go);
    }
}
