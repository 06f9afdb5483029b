package dev.cordon.infra.intake.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a page of HTML shows as text; where a link leads stands beside what it says. */
final class HtmlText implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        var shown = new HtmlText();
        Jsoup.parse(html).body().traverse(shown);
        return shown.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.text());
        } else if (node instanceof Element element && (isLine(element) || isBlock(element))) {
            text.append('\n');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            var link = element.normalName().equals("a") ? element.attr("href") : "";
            if (!link.isEmpty() && !element.text().equals(link)) {
                text.append(" <").append(link).append('>');
            }
            if (isBlock(element)) {
                text.append('\n');
            }
        }
    }

    private static boolean isLine(Element element) {
        return element.normalName().equals("br");
    }

    private static boolean isBlock(Element element) {
        return element.isBlock() && !element.normalName().equals("body");
    }
}
