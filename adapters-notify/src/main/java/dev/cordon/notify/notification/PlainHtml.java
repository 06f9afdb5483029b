package dev.cordon.notify.notification;

import com.samskivert.mustache.Escapers;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Plain text in HTML form: the same words, a paragraph where a line is empty. Nothing in it becomes
 * markup or a link.
 */
final class PlainHtml {

    private PlainHtml() {}

    static String of(String text, String language) {
        var paragraphs =
                Arrays.stream(text.strip().split("\\R{2,}"))
                        .map(Escapers.HTML::escape)
                        .map(paragraph -> paragraph.replaceAll("\\R", "<br>\n"))
                        .collect(Collectors.joining("</p>\n<p>"));
        return """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><title></title></head><body>
        <p>%s</p>
        </body></html>
        """
                .formatted(Escapers.HTML.escape(language), paragraphs);
    }
}
