package dev.cordon.ui.evidence;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import dev.cordon.application.evidence.Beginning;
import dev.cordon.application.evidence.Beginning.Form;
import dev.cordon.ui.kernel.Bytes;
import dev.cordon.ui.kernel.Words;

/** How an item begins, as characters or digits alone: it may be what an attacker wrote. */
class BeginningDialog extends Dialog {

    private final Words words = Words.here();

    BeginningDialog(Beginning seen) {
        setId("beginning");
        addClassName("ask");
        setHeaderTitle(seen.item().label() + " " + seen.item().originalName());
        var body = new Div(extent(seen), content(seen));
        body.addClassNames("ask-body", "beginning");
        add(body);
        var close = new Button(words.text("ask.close"), _ -> close());
        close.setId("beginning-close");
        getFooter().add(close);
    }

    private Paragraph extent(Beginning seen) {
        var shown = Bytes.text(seen.shown());
        var form = words.text("look.form." + seen.form());
        var extent =
                new Paragraph(
                        seen.isWhole()
                                ? words.text("look.whole", shown, form)
                                : words.text(
                                        "look.part", shown, Bytes.text(seen.item().size()), form));
        extent.setId("beginning-extent");
        extent.addClassNames("small", "muted");
        return extent;
    }

    /** Its text is set as text: whatever stands in it, the browser makes nothing of it. */
    private Pre content(Beginning seen) {
        var content = new Pre();
        content.setText(seen.text());
        content.setId("beginning-content");
        content.addClassName(seen.form() == Form.HEX ? "digits" : "characters");
        content.getElement().setAttribute("tabindex", "0");
        content.getElement().setAttribute("role", "region");
        content.getElement()
                .setAttribute("aria-label", words.text("look.content", seen.item().label()));
        content.getElement().setAttribute("dir", "ltr");
        content.getElement().setAttribute("translate", "no");
        return content;
    }
}
