package dev.cordon.infra.pack.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The report's own words in one language. */
final class ReportTexts {

    private final String language;
    private final Properties texts = new Properties();

    /**
     * @param language {@code en} or {@code de}
     */
    ReportTexts(String language) {
        this.language = language.equals("de") ? "de" : "en";
        var name = "report_" + this.language + ".properties";
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(ReportTexts.class.getResourceAsStream(name), name),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String language() {
        return language;
    }

    String of(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    /** With values in the places of {@code {0}}, {@code {1}}; they are not read again. */
    String of(String key, Object... values) {
        var text = new StringBuilder();
        var template = of(key);
        int from = 0;
        for (int at = template.indexOf('{'); at >= 0; at = template.indexOf('{', from)) {
            text.append(template, from, at).append(values[template.charAt(at + 1) - '0']);
            from = at + 3;
        }
        return text.append(template.substring(from)).toString();
    }

    /** A word of the program; one that came later is shown as it is. */
    String word(String kind, String word) {
        return texts.getProperty(kind + "." + word, word);
    }
}
