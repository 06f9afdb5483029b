package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.cordon.application.evidence.ViewEvidence;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/** Downloads an item's content: who looks says why, and the chain of custody keeps it. */
class ViewDialog extends PurposeDialog {

    private final EvidenceItem item;
    private final ViewEvidence view;
    private final TextField recipient = new TextField(Words.here().text("view.recipient"));

    ViewDialog(EvidenceItem item, ViewEvidence view) {
        super(
                "view-evidence",
                Words.here().text("view.title", item.label()),
                Words.here().text("view.text"),
                Words.here().text("view.confirm"));
        this.item = item;
        this.view = view;
        if (item.intake().isDangerous()) {
            var warning = new Paragraph(Words.here().text("view.dangerous"));
            warning.setId("view-evidence-dangerous");
            warning.addClassNames("note", "crit");
            with(warning);
        }
        var linked = new Paragraph();
        linked.setId("view-evidence-link");
        with(linked);
        recipient.setId("view-evidence-recipient");
        recipient.setHelperText(Words.here().text("view.recipient.help"));
        recipient.setMaxLength(200);
        recipient.setWidthFull();
        with(recipient);
        stayOpen();
        withReason(
                purpose -> {
                    linked.removeAll();
                    linked.add(link(purpose));
                });
    }

    private Anchor link(String purpose) {
        var to = recipient.getValue();
        DownloadHandler handler = event -> send(event, purpose, to);
        var link =
                new Anchor(
                        handler,
                        AttachmentType.DOWNLOAD,
                        item.intake().isDangerous()
                                ? item.originalName() + ".zip"
                                : item.originalName());
        link.setId("view-evidence-download");
        return link;
    }

    /** Written to the chain at the moment of the download, once for each. */
    private void send(DownloadEvent event, String purpose, String to) throws IOException {
        var opened = view.view(new ViewEvidence.Command(item.id(), purpose, to));
        event.setFileName(opened.fileName());
        // Never shown in the page: evidence may be an attacker's file.
        event.setContentType("application/octet-stream");
        if (!opened.wrapped()) {
            // So that the browser can say how far it is.
            event.setContentLength(item.size());
        }
        try (var content = opened.content()) {
            content.transferTo(event.getOutputStream());
        }
    }
}
