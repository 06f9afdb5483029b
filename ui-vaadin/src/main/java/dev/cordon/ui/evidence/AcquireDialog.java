package dev.cordon.ui.evidence;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.evidence.AcquireFromStore;
import dev.cordon.domain.evidence.acquisition.Pace;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.util.Set;

/** Asks what the store is to give out, how fast and why. */
class AcquireDialog extends ReasonDialog {

    private static final int LONGEST_PURPOSE = 400;

    private final Words words = Words.here();
    private final CheckboxGroup<StoreSource> sources = new CheckboxGroup<>();
    private final RadioButtonGroup<Pace> pace = new RadioButtonGroup<>();
    private final TextField because = new TextField(words.text("acquisition.because"));
    private final Paragraph outcome = new Paragraph();

    AcquireDialog(OpenIncident page, EvidenceActions actions) {
        super(
                "acquire",
                Words.here().text("acquisition.ask"),
                Words.here().text("acquisition.ask.text"),
                Words.here().text("acquisition.ask"));
        atMost(LONGEST_PURPOSE);
        with(sources(), pace());
        if (actions.caller().may(Permission.EVIDENCE_LEAVE_CARDS)) {
            with(because());
        }
        outcome.setId("acquire-outcome");
        outcome.getElement().setAttribute("role", "alert");
        with(outcome);
        whenReason(purpose -> acquire(page, actions.acquisitions().acquire(), purpose));
    }

    private CheckboxGroup<StoreSource> sources() {
        sources.setId("acquire-sources");
        sources.setLabel(words.text("acquisition.sources"));
        sources.setItems(StoreSource.values());
        sources.setValue(Set.of(StoreSource.values()));
        sources.setItemLabelGenerator(one -> words.text("acquisition.source." + one));
        sources.setErrorMessage(words.text("acquisition.sources.missing"));
        sources.addThemeName("vertical");
        return sources;
    }

    private RadioButtonGroup<Pace> pace() {
        pace.setId("acquire-pace");
        pace.setLabel(words.text("acquisition.pace"));
        pace.setItems(Pace.values());
        pace.setValue(Pace.STEADY);
        pace.setItemLabelGenerator(one -> words.text("acquisition.pace." + one));
        pace.addThemeName("vertical");
        return pace;
    }

    private TextField because() {
        because.setId("acquire-because");
        because.setHelperText(words.text("acquisition.because.help"));
        because.setMaxLength(500);
        because.setWidthFull();
        return because;
    }

    private boolean acquire(OpenIncident page, AcquireFromStore acquire, String purpose) {
        sources.setInvalid(sources.isEmpty());
        if (sources.isInvalid()) {
            return false;
        }
        try {
            acquire.acquire(
                    new AcquireFromStore.Command(
                            page.incident().id(),
                            sources.getValue(),
                            pace.getValue(),
                            purpose,
                            because.getValue()));
        } catch (IllegalTransition another) {
            outcome.setText(words.text("acquisition.another"));
            outcome.addClassNames("note", "warn");
            return false;
        }
        Done.say(words.text("acquisition.asked"));
        page.refresh();
        return true;
    }
}
