package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.pack.Finding;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.TokenReader.Trust;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.domain.evidence.pack.Verdict.Contents;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A verdict as one line of JSON; what is not known is left out. */
public final class VerdictJson {

    private static final JsonFactory JSON = new JsonFactory();

    private VerdictJson() {}

    public static String of(Verdict verdict, Sentences sentences) {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty(
                    "verdict", Sentences.name(verdict).toLowerCase(Locale.ROOT).replace('_', '-'));
            json.writeStringProperty("sentence", sentences.of(verdict));
            switch (verdict) {
                case Verdict.Intact(var contents) -> contents(json, contents, sentences);
                case Verdict.SignerUnknown(var contents) -> contents(json, contents, sentences);
                case Verdict.Broken(var findings, var contents) -> {
                    findings(json, findings, sentences);
                    contents(json, contents, sentences);
                }
                case Verdict.Unreadable(var why) -> findings(json, List.of(why), sentences);
            }
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void findings(JsonGenerator json, List<Finding> findings, Sentences sentences) {
        json.writeArrayPropertyStart("findings");
        for (var finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("what", finding.what().name());
            json.writeStringProperty("where", finding.where());
            if (finding.expected() != null) {
                json.writeStringProperty("expected", finding.expected());
            }
            if (finding.found() != null) {
                json.writeStringProperty("found", finding.found());
            }
            json.writeStringProperty("sentence", sentences.of(finding));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void contents(JsonGenerator json, Contents contents, Sentences sentences) {
        var digest = contents.digest();
        if (digest != null) {
            json.writeStringProperty("digest", digest.hex());
        }
        var custody = contents.custody();
        if (custody != null) {
            var head = custody.head();
            json.writeStringProperty("package", head.id().toString());
            json.writeStringProperty("incident", head.incident());
            json.writeStringProperty("storeName", head.storeName());
            json.writeStringProperty("by", head.by());
            json.writeStringProperty("at", head.at().toString());
            json.writeStringProperty("purpose", head.purpose());
            json.writeStringProperty("recipient", head.recipient());
            json.writeArrayPropertyStart("items");
            custody.items().forEach(item -> item(json, item));
            json.writeEndArray();
        }
        var checkpoint = contents.checkpoint();
        if (checkpoint != null) {
            json.writeNumberProperty("ledgerEntries", checkpoint.size());
            json.writeStringProperty("ledgerSignedAt", checkpoint.at().toString());
        }
        var key = contents.key();
        if (key != null) {
            json.writeStringProperty("key", key.fingerprint().hex());
        }
        json.writeArrayPropertyStart("timeStamps");
        for (var stamp : contents.stamps()) {
            json.writeStartObject();
            json.writeStringProperty("at", stamp.at().toString());
            json.writeStringProperty("authority", stamp.authority());
            json.writeStringProperty("trust", stamp.trust().name());
            json.writeNumberProperty("entries", stamp.entries());
            json.writeBooleanProperty("proven", stamp.trust() == Trust.KNOWN);
            json.writeStringProperty("sentence", sentences.of(stamp));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("notes");
        for (var note : contents.notes()) {
            json.writeStartObject();
            json.writeStringProperty("note", note.name());
            json.writeStringProperty("sentence", sentences.of(note));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void item(JsonGenerator json, PackedItem item) {
        json.writeStartObject();
        json.writeStringProperty("label", item.label());
        json.writeStringProperty("title", item.title());
        json.writeStringProperty("path", item.path());
        json.writeStringProperty("sha256", item.content().hex());
        json.writeNumberProperty("links", item.links().size());
        json.writeEndObject();
    }
}
