package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.cordon.application.evidence.CollectEvidence;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.FileUpload;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Hands a file in: what it is, where it is from, why; then the file, hashed while it streams. */
class UploadDialog extends AskDialog {

    private final OpenIncident page;
    private final CollectEvidence collect;
    private final TextField title = field("title");
    private final TextField source = field("source");
    private final TextField purpose = field("purpose");
    private final FileUpload upload = new FileUpload();
    private final Paragraph outcome = new Paragraph();
    private volatile CollectEvidence.@Nullable Command asked;

    UploadDialog(OpenIncident page, CollectEvidence collect) {
        super(
                "upload",
                Words.here().text("upload.title"),
                Words.here().text("upload.text"),
                Words.here().text("upload.title"));
        this.page = page;
        this.collect = collect;
        readOnly();
        upload.setId("upload-file");
        upload.setMaxFiles(1);
        upload.setUploadHandler(new Intake());
        upload.setVisible(false);
        upload.getElement().addEventListener("upload-success", _ -> done());
        upload.getElement().addEventListener("upload-error", _ -> failed());
        outcome.setId("upload-outcome");
        outcome.getElement().setAttribute("role", "alert");
        with(title, source, purpose, upload, outcome);
    }

    private TextField field(String name) {
        var words = Words.here();
        var field = new TextField(words.text("upload." + name));
        field.setId("upload-" + name);
        field.setHelperText(words.text("upload." + name + ".help"));
        field.setRequiredIndicatorVisible(true);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(_ -> offerFile());
        return field;
    }

    /** The file comes last, when it is clear what it is. */
    private void offerFile() {
        asked =
                CollectEvidence.Command.file(
                        page.incident().id(),
                        title.getValue().strip(),
                        "",
                        source.getValue().strip(),
                        purpose.getValue().strip());
        upload.setVisible(!title.isEmpty() && !source.isEmpty() && !purpose.isEmpty());
    }

    private void done() {
        close();
        Done.say(Words.here().text("upload.done"));
        page.refresh();
    }

    private void failed() {
        outcome.setText(Words.here().text("upload.failed"));
        outcome.addClassNames("note", "crit");
        upload.clearFileList();
    }

    /** Takes the bytes on the request's own thread, which must not touch a component. */
    private class Intake implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            var command = asked;
            if (command == null) {
                throw new IOException("nobody said what the file is");
            }
            try (var content = event.getInputStream()) {
                collect.collect(command.named(event.getFileName()), content, event.getFileSize());
            }
        }

        @Override
        public long getRequestSizeMax() {
            return CollectEvidence.LIMIT;
        }

        @Override
        public long getFileSizeMax() {
            return CollectEvidence.LIMIT;
        }
    }
}
