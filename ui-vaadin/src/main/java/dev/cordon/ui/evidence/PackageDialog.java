package dev.cordon.ui.evidence;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.evidence.ExportPackage;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** Asks what is to leave, for whom and why. */
class PackageDialog extends PurposeDialog {

    /** How much of an incident's evidence leaves. */
    private enum Extent {
        ALL,
        CHOSEN
    }

    private final Words words = Words.here();
    private final RadioButtonGroup<Extent> extent = new RadioButtonGroup<>();
    private final CheckboxGroup<EvidenceItem> chosen = new CheckboxGroup<>();
    private final TextField recipient = new TextField(words.text("package.recipient"));

    PackageDialog(OpenIncident page, List<EvidenceItem> held, ExportPackage export) {
        super(
                "package",
                Words.here().text("package.make"),
                Words.here().text("package.make.text"),
                Words.here().text("package.make"));
        with(extent(held), chosen(held), recipient());
        whenReason(purpose -> export(page, export, purpose));
    }

    private RadioButtonGroup<Extent> extent(List<EvidenceItem> held) {
        extent.setId("package-extent");
        extent.setLabel(words.text("package.extent"));
        extent.setItems(Extent.values());
        extent.setValue(Extent.ALL);
        extent.setItemLabelGenerator(one -> words.text("package.extent." + one, held.size()));
        extent.addValueChangeListener(
                change -> chosen.setVisible(change.getValue() == Extent.CHOSEN));
        return extent;
    }

    private CheckboxGroup<EvidenceItem> chosen(List<EvidenceItem> held) {
        chosen.setId("package-items");
        chosen.setLabel(words.text("package.items"));
        chosen.setItems(held);
        chosen.setItemLabelGenerator(item -> item.label() + " " + item.title());
        chosen.setErrorMessage(words.text("package.items.missing"));
        chosen.setVisible(false);
        return chosen;
    }

    private TextField recipient() {
        recipient.setId("package-recipient");
        recipient.setHelperText(words.text("package.recipient.help"));
        recipient.setErrorMessage(words.text("package.recipient.missing"));
        recipient.setRequiredIndicatorVisible(true);
        recipient.setMaxLength(200);
        recipient.setWidthFull();
        return recipient;
    }

    private boolean export(OpenIncident page, ExportPackage export, String purpose) {
        boolean all = extent.getValue() == Extent.ALL;
        chosen.setInvalid(!all && chosen.isEmpty());
        recipient.setInvalid(recipient.getValue().isBlank());
        if (chosen.isInvalid() || recipient.isInvalid()) {
            return false;
        }
        List<EvidenceId> items =
                all ? List.of() : chosen.getValue().stream().map(EvidenceItem::id).toList();
        export.export(
                new ExportPackage.Command(
                        page.incident().id(), items, purpose, recipient.getValue()));
        Done.say(words.text("package.asked"));
        page.refresh();
        return true;
    }
}
