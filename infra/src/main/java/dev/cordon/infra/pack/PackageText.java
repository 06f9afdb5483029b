package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.Intake;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.PackedLink;
import dev.cordon.domain.evidence.pack.PackedProofs;
import dev.cordon.domain.evidence.pack.PackedProofs.InTree;
import dev.cordon.domain.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The form {@code cordon/package/v2} of the two described files, written. */
final class PackageText {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private PackageText() {}

    static byte[] of(PackedCustody custody) {
        var out = new ByteArrayOutputStream();
        try (var json = generator(out)) {
            json.writeStartObject();
            json.writeStringProperty("form", PackageJson.FORM);
            head(json, custody.head());
            json.writeArrayPropertyStart("items");
            custody.items().forEach(item -> item(json, item));
            json.writeEndArray();
            json.writeArrayPropertyStart("files");
            custody.files()
                    .forEach(
                            file -> {
                                json.writeStartObject();
                                json.writeStringProperty("path", file.path());
                                json.writeStringProperty("sha256", file.digest().hex());
                                json.writeEndObject();
                            });
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static JsonGenerator generator(ByteArrayOutputStream out) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
        return JSON.createGenerator(
                new ObjectWriteContext.Base() {
                    @Override
                    public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                        return printer;
                    }
                },
                out);
    }

    private static void head(JsonGenerator json, PackedCustody.Head head) {
        json.writeStringProperty("package", head.id().toString());
        json.writeStringProperty("incident", head.incident());
        json.writeStringProperty("incidentId", head.incidentId().toString());
        json.writeStringProperty("store", head.store().toString());
        json.writeStringProperty("storeName", head.storeName());
        json.writeStringProperty("by", head.by());
        json.writeStringProperty("at", head.at().toString());
        json.writeStringProperty("purpose", head.purpose());
        json.writeStringProperty("recipient", head.recipient());
    }

    private static void item(JsonGenerator json, PackedItem item) {
        json.writeStartObject();
        json.writeStringProperty("id", item.id().toString());
        json.writeStringProperty("label", item.label());
        json.writeStringProperty("kind", item.kind());
        json.writeStringProperty("title", item.title());
        json.writeStringProperty("originalName", item.originalName());
        json.writeStringProperty("path", item.path());
        json.writeStringProperty("sha256", item.content().hex());
        json.writeNumberProperty("size", item.size());
        intake(json, item.intake());
        json.writeObjectPropertyStart("acquired");
        var acquired = item.acquired();
        json.writeStringProperty("by", acquired.by());
        json.writeStringProperty("at", acquired.at().toString());
        json.writeStringProperty("receivedAt", acquired.receivedAt().toString());
        json.writeStringProperty("method", acquired.method());
        json.writeStringProperty("tool", acquired.tool());
        json.writeStringProperty("command", acquired.command());
        json.writeStringProperty("source", acquired.source());
        optional(json, "clockDrift", acquired.clockDrift());
        optional(json, "coversFrom", acquired.coversFrom());
        optional(json, "coversTo", acquired.coversTo());
        json.writeStringProperty("covers", acquired.covers().text());
        json.writeEndObject();
        optional(json, "salt", item.salt());
        json.writeArrayPropertyStart("links");
        item.links().forEach(link -> link(json, link));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void intake(JsonGenerator json, Intake intake) {
        var cards = intake.cards();
        json.writeObjectPropertyStart("intake");
        json.writeNumberProperty("masked", cards.masked());
        optional(json, "danger", intake.danger());
        optional(json, "manifest", hex(intake.manifest()));
        json.writeStringProperty("rules", cards.rules());
        json.writeStringProperty("searched", cards.extent().name());
        json.writeNumberProperty("left", cards.left());
        json.writeStringProperty("because", cards.because());
        optional(json, "came", hex(cards.came()));
        json.writeEndObject();
    }

    private static @Nullable String hex(@Nullable Sha256 digest) {
        return digest == null ? null : digest.hex();
    }

    private static void link(JsonGenerator json, PackedLink link) {
        json.writeStartObject();
        json.writeNumberProperty("seq", link.seq());
        json.writeStringProperty("action", link.action());
        json.writeStringProperty("by", link.by());
        json.writeStringProperty("purpose", link.purpose());
        optional(json, "salt", link.salt());
        optional(json, "counterpart", link.counterpart());
        json.writeStringProperty("at", link.at().toString());
        json.writeStringProperty("content", link.content().hex());
        optional(json, "facts", link.facts());
        json.writeStringProperty("previous", link.previous().hex());
        json.writeStringProperty("hash", link.hash().hex());
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, @Nullable Object value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }

    static byte[] of(PackedProofs proofs) {
        var out = new ByteArrayOutputStream();
        try (var json = generator(out)) {
            json.writeStartObject();
            json.writeStringProperty("form", PackageJson.PROOFS);
            json.writeNumberProperty("size", proofs.size());
            json.writeObjectPropertyStart("custody");
            inTree(json, proofs.custody());
            json.writeEndObject();
            json.writeArrayPropertyStart("links");
            for (var link : proofs.links()) {
                json.writeStartObject();
                json.writeStringProperty("item", link.item());
                json.writeNumberProperty("seq", link.seq());
                inTree(json, link.proof());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("stamps");
            for (var stamp : proofs.stamps()) {
                json.writeStartObject();
                json.writeStringProperty("note", stamp.note());
                json.writeStringProperty("token", stamp.token());
                path(json, "consistency", stamp.consistency());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void inTree(JsonGenerator json, InTree proof) {
        json.writeStringProperty("leaf", proof.leaf().toString());
        json.writeNumberProperty("position", proof.position());
        path(json, "path", proof.path());
    }

    private static void path(JsonGenerator json, String name, List<Sha256> path) {
        json.writeArrayPropertyStart(name);
        path.forEach(hash -> json.writeString(hash.hex()));
        json.writeEndArray();
    }
}
