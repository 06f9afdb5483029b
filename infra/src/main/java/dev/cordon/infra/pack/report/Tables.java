package dev.cordon.infra.pack.report;

import org.w3c.dom.Element;

/** Tables of a page, which a screen reader can tell what they are about. */
final class Tables {

    private final Markup markup;
    private final ReportTexts texts;

    Tables(Markup markup, ReportTexts texts) {
        this.markup = markup;
        this.texts = texts;
    }

    Element table(Element body, String style, String summary) {
        var table = markup.add(body, "table", style, "");
        table.setAttribute("title", summary);
        return table;
    }

    void header(Element table, String... keys) {
        var row = markup.add(markup.add(table, "thead", ""), "tr", "");
        for (var key : keys) {
            markup.add(row, "th", texts.of(key)).setAttribute("scope", "col");
        }
    }

    /** A row of a name and a value; none without a value. */
    void fact(Element table, String key, String value) {
        if (!value.isEmpty()) {
            row(table, key, "value", value);
        }
    }

    /** The same of something that is compared letter by letter. */
    void code(Element table, String key, String value) {
        if (!value.isEmpty()) {
            row(table, key, "code", value);
        }
    }

    /** A row to write in by hand. */
    void blank(Element table, String key) {
        row(table, key, "blank", "\u00a0");
    }

    private void row(Element table, String key, String style, String value) {
        var row = markup.add(table, "tr", "");
        markup.add(row, "th", texts.of(key)).setAttribute("scope", "row");
        markup.add(row, "td", style, Shown.text(value));
    }
}
