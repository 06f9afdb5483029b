package dev.cordon.ui.kernel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/**
 * Says that something is under way, as long as it is; and how far, once that is known: to the eye
 * in bytes and percent, to the ear at each quarter.
 */
public class Busy extends Div {

    private static final int WHOLE = 100;
    private static final int QUARTER = 25;

    private final Words words = Words.here();
    private final Span said = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Span far = new Span();
    private final Span heard = new Span();
    private int quarters;

    public Busy(String id) {
        setId(id);
        addClassNames("small", "busy");
        said.getElement().setAttribute("role", "status");
        far.addClassNames("muted", "far");
        far.getElement().setAttribute("aria-hidden", "true");
        heard.addClassName("sr-only");
        heard.getElement().setAttribute("role", "status");
        end();
        add(said, bar, far, heard);
    }

    public void begin(String text) {
        end();
        said.setText(text);
        bar.getElement().setAttribute("aria-label", text);
        bar.setVisible(true);
    }

    /**
     * How far it is. Does nothing once it has ended.
     *
     * @param done bytes of the total
     * @param total bytes; below one nothing is said
     */
    public void reached(long done, long total) {
        if (!bar.isVisible() || total < 1) {
            return;
        }
        double part = Math.clamp((double) done / total, 0, 1);
        int percent = (int) (part * WHOLE);
        var text =
                words.text("busy.far", percent, Bytes.text(words, done), Bytes.text(words, total));
        bar.setIndeterminate(false);
        bar.setValue(part);
        bar.getElement().setAttribute("aria-valuetext", text);
        far.setText(text);
        far.setVisible(true);
        if (percent / QUARTER > quarters) {
            quarters = percent / QUARTER;
            heard.setText(words.text("busy.heard", percent));
        }
    }

    public void end() {
        said.setText("");
        far.setText("");
        far.setVisible(false);
        heard.setText("");
        quarters = 0;
        bar.setVisible(false);
        bar.setIndeterminate(true);
        bar.getElement().removeAttribute("aria-valuetext");
    }
}
