package dev.cordon.ui.evidence;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.evidence.FinishUpload;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.evidence.intake.MailHead;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.UUID;

/**
 * Hands files in: they are sent in pieces while it is said what they are, where they are from and
 * why. Several become one tree.
 */
class UploadDialog extends AskDialog {

    private static final List<EvidenceKind> KINDS =
            List.of(
                    EvidenceKind.FILE,
                    EvidenceKind.FILE_TREE,
                    EvidenceKind.LOG_LINES,
                    EvidenceKind.SCREENSHOT,
                    EvidenceKind.MAIL,
                    EvidenceKind.STORE_EXPORT);

    private final Words words = Words.here();
    private final OpenIncident page;
    private final PiecesReceiver receiver;
    private final PiecesField pieces;
    private final Select<EvidenceKind> kind = new Select<>();
    private final TextField title = field("title", true);
    private final TextField source = field("source", true);
    private final TextField purpose = field("purpose", true);
    private final TakenFields taken = new TakenFields();
    private final Checkbox suspected = new Checkbox(words.text("upload.suspected"));
    private final TextField because = field("because", false);
    private final Paragraph outcome = new Paragraph();
    private List<UUID> whole = List.of();
    private boolean underWay;

    UploadDialog(OpenIncident page, EvidenceActions actions) {
        super(
                "upload",
                Words.here().text("upload.heading"),
                Words.here().text("upload.text"),
                Words.here().text("upload.confirm"));
        this.page = page;
        receiver = new PiecesReceiver(page.incident().id(), actions);
        pieces = new PiecesField(receiver);
        pieces.onChange(this::changed);
        pieces.onPaste(() -> kind.setValue(EvidenceKind.SCREENSHOT));
        pieces.onFinish(this::finished);
        kind.setId("upload-kind");
        kind.setLabel(words.text("upload.kind"));
        kind.setItems(KINDS);
        kind.setItemLabelGenerator(one -> words.text("upload.kind." + one));
        kind.setValue(EvidenceKind.FILE);
        kind.setWidthFull();
        suspected.setId("upload-suspected");
        because.setVisible(actions.caller().may(Permission.EVIDENCE_LEAVE_CARDS));
        outcome.setId("upload-outcome");
        outcome.getElement().setAttribute("role", "alert");
        var more = new Details(words.text("upload.more"), new Div(taken, suspected, because));
        more.setId("upload-more");
        with(pieces, kind, title, source, purpose, more, outcome);
        onConfirm(this::taken);
    }

    private TextField field(String name, boolean required) {
        var field = new TextField(words.text("upload." + name));
        field.setId("upload-" + name);
        field.setHelperText(words.text("upload." + name + ".help"));
        field.setRequiredIndicatorVisible(required);
        field.setErrorMessage(words.text("upload.missing"));
        field.setMaxLength(500);
        field.setWidthFull();
        return field;
    }

    private void changed(List<UUID> now) {
        whole = now;
        receiver.mail().ifPresent(this::suggest);
        if (now.size() > 1) {
            kind.setValue(EvidenceKind.FILE_TREE);
        }
    }

    /** What the sender wrote is a suggestion. */
    private void suggest(MailHead mail) {
        if (kind.getValue() == EvidenceKind.FILE) {
            kind.setValue(EvidenceKind.MAIL);
        }
        if (title.isEmpty()) {
            title.setValue(MailTitle.suggested(mail));
        }
        taken.suggest(mail.date());
    }

    /** Never closes by itself: the vault has not answered yet. */
    private boolean taken() {
        for (var field : List.of(title, source, purpose)) {
            field.setInvalid(field.getValue().isBlank());
        }
        if (title.isInvalid() || source.isInvalid() || purpose.isInvalid() || underWay) {
            return false;
        }
        if (whole.isEmpty()) {
            say(words.text("upload.no-files"));
            return false;
        }
        try {
            var facts =
                    taken.about(
                            page.incident().id(),
                            kind.getValue(),
                            title.getValue().strip(),
                            source.getValue().strip(),
                            purpose.getValue().strip(),
                            suspected.getValue());
            var command = new FinishUpload.Command(whole, facts);
            receiver.ask(new PiecesReceiver.Asked(command, because.getValue().strip()));
        } catch (IllegalArgumentException e) {
            say(words.text("upload.not-understood"));
            return false;
        }
        underWay = true;
        outcome.setText(words.text("upload.under-way"));
        outcome.setClassName("note");
        pieces.finish();
        return false;
    }

    private void finished(String failure) {
        underWay = false;
        if (!failure.isEmpty()) {
            say(failure);
            return;
        }
        close();
        Done.say(words.text("upload.done"));
        page.refresh();
    }

    private void say(String what) {
        outcome.setText(what);
        outcome.setClassName("note crit");
    }
}
