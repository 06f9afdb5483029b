package dev.cordon.infra.pack.report;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Builds a page as a tree, so that nothing is ever read as markup. */
final class Markup {

    private final Document document;
    private final Element body;

    /**
     * @param footer what stands below each page
     */
    Markup(ReportTexts texts, String title, String footer) {
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has a document builder", e);
        }
        var html = document.createElement("html");
        html.setAttribute("lang", texts.language());
        document.appendChild(html);
        var head = add(html, "head", "");
        add(head, "title", title);
        add(
                head,
                "style",
                ReportPdf.style()
                        .replace("{{page}}", texts.of("page"))
                        .replace("{{of}}", texts.of("page.of"))
                        .replace("{{footer}}", footer));
        named(head, "author", "Cordon");
        named(head, "subject", title);
        named(head, "description", title);
        body = add(html, "body", "");
    }

    private void named(Element head, String name, String content) {
        var meta = add(head, "meta", "");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    Document document() {
        return document;
    }

    Element body() {
        return body;
    }

    Element add(Element parent, String name, String text) {
        var element = document.createElement(name);
        if (!text.isEmpty()) {
            element.appendChild(document.createTextNode(text));
        }
        parent.appendChild(element);
        return element;
    }

    Element add(Element parent, String name, String style, String text) {
        var element = add(parent, name, text);
        element.setAttribute("class", style);
        return element;
    }
}
