package dev.cordon.ui.kernel;

import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.kernel.Sha256;

/** Evidence and log lines, exactly as they are. */
public class Mono extends Span {

    public Mono(String text) {
        super(text);
        addClassName("mono");
    }

    /** A digest in short; the whole one on hover. */
    public static Mono digest(Sha256 digest) {
        var mono = new Mono(digest.shortForm());
        mono.getElement().setAttribute("title", "SHA-256 " + digest.hex());
        return mono;
    }

    /** A digest in full, to be compared. */
    public static Mono wholeDigest(Sha256 digest) {
        var mono = new Mono(digest.hex());
        mono.addClassName("whole");
        return mono;
    }
}
