package dev.cordon.infra.intake.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a page of HTML shows as text; where a link leads stands beside what it says. */
final class HtmlText implements NodeVisitor {

    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_LINK = 2_000;
    private static final int MOST_SPACE = 100;

    private final StringBuilder text = new StringBuilder();

    /** Where the text of each link begins that is not over yet. */
    private final Deque<Integer> links = new ArrayDeque<>();

    private HtmlText() {}

    static String of(String html) {
        var shown = new HtmlText();
        Jsoup.parse(html).body().traverse(shown);
        return shown.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            write(words.text());
        } else if (node instanceof Element element) {
            if (isLine(element) || isBlock(element)) {
                write("\n");
            }
            if (isLink(element)) {
                links.push(text.length());
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (isLink(element)) {
                lead(element.attr("href"), links.pop());
            }
            if (isBlock(element)) {
                write("\n");
            }
        }
    }

    /** What a link says is looked at no further than where it leads: links may hold links. */
    private void lead(String to, int begin) {
        boolean said =
                to.length() <= LONGEST_LINK
                        && text.length() - begin <= to.length() + MOST_SPACE
                        && text.substring(begin).strip().equals(to);
        if (!to.isEmpty() && !said) {
            write(" <");
            write(to);
            write(">");
        }
    }

    /** A link that is never closed stands in every paragraph that follows: only so much of all. */
    private void write(String words) {
        text.append(words, 0, Math.min(words.length(), LONGEST - text.length()));
    }

    private static boolean isLink(Element element) {
        return element.normalName().equals("a");
    }

    private static boolean isLine(Element element) {
        return element.normalName().equals("br");
    }

    private static boolean isBlock(Element element) {
        return element.isBlock() && !element.normalName().equals("body");
    }
}
