package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.cordon.application.evidence.PackageQueries;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/** How whoever gets a package checks it. */
class VerifierLine extends Div {

    private static final String FILE = "verify.html";

    private final PackageQueries packages;

    VerifierLine(PackageQueries packages) {
        this.packages = packages;
        var words = Words.here();
        addClassName("row");
        var text = new Span(words.text("package.verifier.text"));
        text.addClassNames("small", "muted");
        DownloadHandler handler = this::send;
        var link = new Anchor(handler, AttachmentType.DOWNLOAD, words.text("package.verifier"));
        link.setId("package-verifier");
        add(text, link);
    }

    private void send(DownloadEvent event) throws IOException {
        var page = packages.verifier();
        event.setFileName(FILE);
        event.setContentType("text/html;charset=utf-8");
        event.setContentLength(page.length);
        event.getOutputStream().write(page);
    }
}
