package dev.cordon.infra.pack;

import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The verifier that needs nothing but a browser: one file of HTML, opened from a disk. It is joined
 * from small sources, always to the same bytes. Its policy lets nothing run but its own script, and
 * nothing leave.
 */
public final class VerifierPage {

    /** How the file is called, in a package and beside one. */
    public static final String FILE = "verify.html";

    private static final List<String> SCRIPTS =
            List.of(
                    "bytes",
                    "sha256",
                    "findings",
                    "zip",
                    "json",
                    "subjects",
                    "form",
                    "tree",
                    "der",
                    "timestamp",
                    "ledger",
                    "check",
                    "show",
                    "page");

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final class Joined {
        private static final byte[] PAGE = join();
    }

    private VerifierPage() {}

    /** The whole file, in UTF-8. */
    public static byte[] bytes() {
        return Joined.PAGE.clone();
    }

    private static byte[] join() {
        var style = source("style.css");
        var script =
                "\"use strict\";\n(() => {\n"
                        + tables()
                        + SCRIPTS.stream()
                                .map(name -> source(name + ".js"))
                                .collect(Collectors.joining("\n"))
                        + "})();\n";
        return source("page.html")
                .replace("{{policy}}", policy(style, script))
                .replace("{{style}}", style)
                .replace("{{script}}", script)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; script-src '%s'; style-src '%s'; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
                .formatted(hash(script), hash(style));
    }

    private static String hash(String inline) {
        var digest = Sha256.of(inline.getBytes(StandardCharsets.UTF_8)).bytes();
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    /** The sentences of the command line and the page's own texts, in both languages. */
    private static String tables() {
        return table("SENTENCES", new Sentences("en").all(), new Sentences("de").all())
                + table("TEXTS", texts("page_en.properties"), texts("page_de.properties"));
    }

    private static Properties texts(String name) {
        var texts = new Properties();
        try {
            texts.load(new StringReader(source(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String table(String name, Properties english, Properties german) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            language(json, "en", english);
            language(json, "de", german);
            json.writeEndObject();
        }
        return "const %s = %s;\n".formatted(name, text.toString().replace("<", "\\u003c"));
    }

    private static void language(JsonGenerator json, String name, Properties texts) {
        json.writeObjectPropertyStart(name);
        new TreeMap<>(texts)
                .forEach(
                        (key, value) ->
                                json.writeStringProperty(
                                        String.valueOf(key), String.valueOf(value)));
        json.writeEndObject();
    }

    private static String source(String name) {
        try (var in = VerifierPage.class.getResourceAsStream("verify/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
