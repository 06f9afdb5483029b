package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.pack.Finding;
import dev.cordon.domain.evidence.pack.Verdict;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** What is said about a package, in one language; the same words on the command line and page. */
public final class Sentences {

    private final Properties texts = new Properties();

    /**
     * @param language {@code en} or {@code de}
     */
    public Sentences(String language) {
        var name = "sentences_" + (language.equals("de") ? "de" : "en") + ".properties";
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(Sentences.class.getResourceAsStream(name), name),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Properties all() {
        return texts;
    }

    /** Values come last and are not read again: they may hold anything. */
    public String of(Finding finding) {
        return filled(text(finding.what().name()), name -> value(finding, name));
    }

    private static String filled(String template, UnaryOperator<String> value) {
        var text = new StringBuilder();
        for (int at = 0; at < template.length(); ) {
            var name = placeholder(template, at);
            if (name.isEmpty()) {
                text.append(template.charAt(at++));
            } else {
                text.append(value.apply(name));
                at += name.length() + 2;
            }
        }
        return text.toString();
    }

    private static String placeholder(String template, int at) {
        int end = template.charAt(at) == '{' ? template.indexOf('}', at) : -1;
        return end < 0 ? "" : template.substring(at + 1, end);
    }

    private static String value(Finding finding, String name) {
        var value =
                switch (name) {
                    case "where" -> finding.where();
                    case "expected" -> finding.expected();
                    case "found" -> finding.found();
                    default -> throw new IllegalArgumentException(name);
                };
        return value == null ? "?" : value;
    }

    /** Who made it, and whether anybody vouched for them; what is stamped comes last. */
    public String of(Verdict.Stamp stamp) {
        return filled(
                text("stamp." + stamp.trust()),
                name ->
                        switch (name) {
                            case "at" -> stamp.at().toString();
                            case "authority" -> stamp.authority();
                            case "entries" -> Long.toString(stamp.entries());
                            default -> throw new IllegalArgumentException(name);
                        });
    }

    public String of(Verdict verdict) {
        return text("verdict." + name(verdict));
    }

    public String of(Verdict.Note note) {
        return text("note." + note);
    }

    static String name(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact _ -> "INTACT";
            case Verdict.SignerUnknown _ -> "SIGNER_UNKNOWN";
            case Verdict.Broken _ -> "BROKEN";
            case Verdict.Unreadable _ -> "UNREADABLE";
        };
    }

    private String text(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }
}
