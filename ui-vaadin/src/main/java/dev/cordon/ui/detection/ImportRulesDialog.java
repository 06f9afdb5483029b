package dev.cordon.ui.detection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.cordon.domain.detection.tuning.OwnRules;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.FileUpload;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes Sigma rules into a draft, after saying what becomes of each. */
class ImportRulesDialog extends AskDialog {

    /** What was read of a file; on its way from the request's thread to the viewer's. */
    private record Uploaded(String name, String text) {}

    private final Words words = Words.here();
    private final OpenRules page;
    private final RuleActions actions;
    private final TextField name = new TextField(words.text("import.name"));
    private final TextArea text = new TextArea(words.text("import.text"));
    private final FileUpload upload = new FileUpload();
    private final Div findings = new Div();
    private final Paragraph outcome = new Paragraph();
    private volatile @Nullable Uploaded uploaded;
    private @Nullable OwnRules judged;

    ImportRulesDialog(OpenRules page, RuleActions actions) {
        super(
                "import-rules-dialog",
                Words.here().text("ownrules.import"),
                Words.here().text("import.explained"),
                Words.here().text("import.take"));
        this.page = page;
        this.actions = actions;
        name.setId("import-name");
        name.setWidthFull();
        name.setValue("own-rules.yml");
        text.setId("import-text");
        text.setWidthFull();
        text.setMinRows(8);
        text.setMaxRows(16);
        text.setMaxLength(OwnRules.LARGEST);
        text.addClassName("mono");
        upload.setId("import-file");
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".yml", ".yaml");
        upload.setUploadHandler(new Intake());
        upload.getElement().addEventListener("upload-success", _ -> fileCame());
        upload.getElement()
                .addEventListener("upload-error", _ -> refuse(words.text("import.failed")));
        var judge = new Button(words.text("import.judge"), _ -> judge());
        judge.setId("import-judge");
        outcome.setId("import-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.setVisible(false);
        with(name, upload, text, judge, findings, outcome);
        onConfirm(this::take);
    }

    private void fileCame() {
        var came = uploaded;
        if (came != null) {
            name.setValue(came.name());
            text.setValue(came.text());
            upload.clearFileList();
            judge();
        }
    }

    private boolean judge() {
        outcome.setVisible(false);
        findings.removeAll();
        try {
            var file = new OwnRules(name.getValue().strip(), text.getValue());
            var all = actions.queries().findings(page.tuning().with(file));
            findings.add(
                    new RuleFindings(
                            all.stream().filter(each -> each.file().equals(file.name())).toList()));
            judged = file;
            return true;
        } catch (IllegalArgumentException e) {
            // The domain's sentence names what is wrong with what was typed.
            return refuse(words.text("tuning.refused", String.valueOf(e.getMessage())));
        }
    }

    /** What becomes of it is seen before it is taken. */
    private boolean take() {
        var before = judged;
        if (!judge()) {
            return false;
        }
        var file = judged;
        if (file == null || !file.equals(before)) {
            return refuse(words.text("import.look"));
        }
        try {
            page.change(tuning -> tuning.with(file));
            return true;
        } catch (IllegalArgumentException e) {
            return refuse(words.text("tuning.refused", String.valueOf(e.getMessage())));
        }
    }

    private boolean refuse(String why) {
        outcome.setText(why);
        outcome.addClassNames("note", "crit");
        outcome.setVisible(true);
        return false;
    }

    /** Takes the bytes on the request's own thread, which must not touch a component. */
    private class Intake implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                byte[] bytes = content.readNBytes(OwnRules.LARGEST + 1);
                if (bytes.length > OwnRules.LARGEST) {
                    throw new IOException("the file is too large");
                }
                uploaded =
                        new Uploaded(
                                event.getFileName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }

        @Override
        public long getRequestSizeMax() {
            return 2L * OwnRules.LARGEST;
        }

        @Override
        public long getFileSizeMax() {
            return OwnRules.LARGEST;
        }
    }
}
