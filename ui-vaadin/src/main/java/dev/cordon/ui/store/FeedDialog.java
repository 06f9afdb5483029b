package dev.cordon.ui.store;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.store.ReplaceVulnerabilityFeed;
import dev.cordon.application.store.VulnerabilityFeedFile.Outcome;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.FileUpload;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes the list of vulnerabilities as a file, and says whether it is in force. */
class FeedDialog extends AskDialog {

    /** The product's own page: the file behind it needs a key, which is the merchant's. */
    private static final String SOURCE = "https://www.wordfence.com/help/wordfence-intelligence/";

    private final Words words = Words.here();
    private final ReplaceVulnerabilityFeed replace;
    private final Div told = new Div();
    private final Queue<String> news = new ConcurrentLinkedQueue<>();

    FeedDialog(ReplaceVulnerabilityFeed replace) {
        super(
                "feed",
                Words.here().text("feed.title"),
                Words.here().text("feed.text"),
                Words.here().text("feed.title"));
        this.replace = replace;
        readOnly();
        var upload = new FileUpload();
        upload.setId("feed-upload");
        upload.setMaxFiles(1);
        upload.setUploadHandler(new Intake());
        upload.getElement().addEventListener("upload-success", _ -> tell());
        upload.getElement().addEventListener("upload-error", _ -> tell());
        told.setId("feed-told");
        told.getElement().setAttribute("role", "status");
        var source = new Anchor(SOURCE, words.text("feed.source"));
        source.setTarget(AnchorTarget.BLANK);
        source.getElement().setAttribute("rel", "noopener noreferrer");
        with(source, upload, told);
    }

    private void tell() {
        told.removeAll();
        var what = news.poll();
        told.add(new Paragraph(what == null ? words.text("feed.broke") : what));
    }

    private String sentence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Replaced(var records) -> words.text("feed.replaced", records);
            case Outcome.Refused refused -> words.text("feed.refused." + refused);
        };
    }

    /** Takes the bytes on the request's own thread, which must not touch a component. */
    private class Intake implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                var outcome = replace.replace(content);
                news.add(sentence(outcome));
                if (!(outcome instanceof Outcome.Replaced)) {
                    throw new IOException("the vulnerability feed was not taken");
                }
            } catch (Denied denied) {
                news.add(words.text("feed.denied"));
                throw new IOException("the vulnerability feed is that of all stores", denied);
            }
        }

        /** The one who reads it knows the bound, and says so in words. */
        @Override
        public long getRequestSizeMax() {
            return -1;
        }

        @Override
        public long getFileSizeMax() {
            return -1;
        }
    }
}
