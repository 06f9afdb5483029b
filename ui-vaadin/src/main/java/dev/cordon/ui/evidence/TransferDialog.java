package dev.cordon.ui.evidence;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.evidence.TransferPackage;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.transfer.Receiver;
import dev.cordon.domain.evidence.transfer.Transfer.Means;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;

/** Asks who outside gets a package, how and why. */
class TransferDialog extends StepDialog {

    private static final int LONGEST = 200;

    private final Words words = Words.here();
    private final TextField name = line("name");
    private final TextField organisation = line("organisation");
    private final TextField reference = line("reference");
    private final RadioButtonGroup<Means> means = new RadioButtonGroup<>();

    TransferDialog(EvidencePackage made, EvidenceActions actions, Runnable refresh) {
        super(
                "transfer",
                Words.here().text("transfer.make"),
                Words.here().text("transfer.make.text", made.recipient()),
                Words.here().text("transfer.make.verb"),
                actions.work());
        name.setRequiredIndicatorVisible(true);
        name.setErrorMessage(words.text("transfer.name.missing"));
        organisation.setRequiredIndicatorVisible(true);
        organisation.setErrorMessage(words.text("transfer.organisation.missing"));
        organisation.setValue(made.recipient());
        means.setId("transfer-means");
        means.setLabel(words.text("transfer.means"));
        means.setItems(Means.values());
        means.setValue(Means.IN_PERSON);
        means.setItemLabelGenerator(words::of);
        with(name, organisation, reference, means);
        take(
                this::isFilledIn,
                () -> step(made, actions),
                () -> {
                    Done.say(words.text("transfer.made"));
                    refresh.run();
                });
    }

    private TextField line(String key) {
        var field = new TextField(words.text("transfer." + key));
        field.setId("transfer-" + key);
        field.setHelperText(words.text("transfer." + key + ".help"));
        field.setMaxLength(LONGEST);
        field.setWidthFull();
        field.setManualValidation(true);
        field.addValueChangeListener(_ -> field.setInvalid(false));
        return field;
    }

    private boolean isFilledIn() {
        name.setInvalid(name.getValue().isBlank());
        organisation.setInvalid(organisation.getValue().isBlank());
        return !name.isInvalid() && !organisation.isInvalid();
    }

    private Step step(EvidencePackage made, EvidenceActions actions) {
        var to = new Receiver(name.getValue(), organisation.getValue(), reference.getValue());
        var how = means.getValue();
        var transfer = actions.transfers().transfer();
        return (why, progress) ->
                transfer.transfer(new TransferPackage.Command(made.id(), to, how, why, progress));
    }
}
