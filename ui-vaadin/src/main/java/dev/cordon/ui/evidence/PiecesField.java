package dev.cordon.ui.evidence;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.ElementRequestHandler;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes files by choosing, dropping and pasting, and sends them in pieces. What broke off goes on
 * when the same file is chosen again, after a reload too.
 */
@JavaScript("context://cordon/pieces.js")
class PiecesField extends Div {

    private static final String IDS = "event.detail.ids";
    private static final String FAILURE = "event.detail.failure";

    private final Words words = Words.here();

    PiecesField(ElementRequestHandler receiver) {
        setId("upload-zone");
        addClassName("pieces");
        var input = new Element("input");
        input.setAttribute("type", "file");
        input.setAttribute("multiple", true);
        input.setAttribute("id", "upload-file");
        input.setAttribute("aria-label", words.text("upload.files"));
        var list = new Div();
        list.addClassName("pieces-list");
        add(new Paragraph(words.text("upload.files.help")));
        getElement().appendChild(input);
        add(list);
        getElement().setAttribute("target", receiver);
        addAttachListener(_ -> getElement().executeJs("window.cordonPieces(this, $0)", said()));
    }

    private ObjectNode said() {
        var said = JsonNodeFactory.instance.objectNode();
        for (var word : List.of("cancel", "again", "reload", "left", "whole", "checking")) {
            said.put(word, words.text("upload.pieces." + word));
        }
        return said;
    }

    /** Told whenever files come or go: which are there, once all of them are whole. */
    void onChange(Consumer<List<UUID>> told) {
        getElement()
                .addEventListener(
                        "pieces-changed",
                        event -> {
                            var ids = event.getEventData().get(IDS).asString();
                            told.accept(
                                    Stream.of(ids.split(","))
                                            .filter(id -> !id.isEmpty())
                                            .map(UUID::fromString)
                                            .toList());
                        })
                .addEventData(IDS);
    }

    /** Has the receiver do what it was asked for last. */
    void finish() {
        getElement()
                .executeJs(
                        "window.cordonPieces.finish(this, $0)", words.text("upload.pieces.reload"));
    }

    /** Told when that came to its end: why it was not done, or an empty text if it was. */
    void onFinish(Consumer<String> told) {
        getElement()
                .addEventListener(
                        "pieces-finished",
                        event -> told.accept(event.getEventData().get(FAILURE).asString()))
                .addEventData(FAILURE);
    }

    /** Told when a picture was pasted. */
    void onPaste(Runnable told) {
        getElement().addEventListener("pieces-pasted", _ -> told.run());
    }
}
