package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import dev.cordon.domain.detection.tuning.OwnRules;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;

/** The store's own Sigma rules and what becomes of them. */
class OwnRulesCard extends Card {

    private final Words words = Words.here();
    private final OpenRules page;

    OwnRulesCard(OpenRules page, RuleActions actions) {
        super(Words.here().text("ownrules.title"));
        this.page = page;
        setId("own-rules");
        var content = new ArrayList<Component>();
        if (page.tuning().own().isEmpty()) {
            content.add(new Paragraph(words.text("ownrules.none")));
        } else {
            content.add(new RuleFindings(actions.queries().findings(page.tuning())));
            page.tuning().own().forEach(file -> content.add(text(file)));
        }
        if (page.isEditable()) {
            var add =
                    new Button(
                            words.text("ownrules.import"),
                            _ -> new ImportRulesDialog(page, actions).open());
            add.setId("import-rules");
            add.setWidthFull();
            content.add(add);
        }
        show(content.toArray(Component[]::new));
    }

    private Component text(OwnRules file) {
        var yaml = new Pre(file.text());
        yaml.addClassNames("mono", "small", "rule-text");
        var details = new Details(file.name(), yaml);
        if (page.isEditable()) {
            var remove =
                    new Button(
                            words.text("ownrules.remove"),
                            _ -> page.change(tuning -> tuning.withoutFile(file.name())));
            remove.setId("remove-" + file.name());
            details.add(remove);
        }
        return details;
    }
}
