package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Finding;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A finding as one line of JSON, with every address. Times are UTC, in the log's time. */
final class FindingJson {

    private static final JsonFactory JSON = new JsonFactory();

    private FindingJson() {}

    static String of(String store, Finding finding) {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            if (!store.isEmpty()) {
                json.writeStringProperty("store", store);
            }
            writeHead(json, finding);
            writeAddresses(json, finding);
            writeLogins(json, finding);
            writeProof(json, finding);
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void writeHead(JsonGenerator json, Finding finding) {
        var verdict = finding.verdict();
        json.writeStringProperty("rule", verdict.rule());
        json.writeStringProperty("title", verdict.title());
        json.writeStringProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("attack", finding.kind().label());
        json.writeStringProperty("firstSeen", finding.startedAt().toString());
        json.writeStringProperty("lastSeen", finding.lastSeenAt().toString());
        json.writeStringProperty("detectedAt", finding.period().detectedAt().toString());
        json.writeNumberProperty("events", finding.events());
        writeNames(
                json, "sources", finding.addresses().stream().map(AddressFacts::address).toList());
        json.writeStringProperty("reason", verdict.reason("en"));
        json.writeStringProperty("technique", String.join(",", verdict.techniques()));
        writeNames(json, "rules", verdict.rules());
        var playbook = verdict.playbook();
        if (playbook != null) {
            json.writeStringProperty("playbook", playbook);
        }
        json.writeStringProperty("reference", finding.reference());
        writeNames(json, "paths", finding.paths());
        writeNames(json, "accounts", finding.attackers().accounts());
        json.writeNumberProperty("successes", finding.successes());
        json.writeNumberProperty("otherLogins", finding.attackers().otherLogins());
        json.writeNumberProperty("addressCount", finding.addressCount());
    }

    private static void writeAddresses(JsonGenerator json, Finding finding) {
        json.writeArrayPropertyStart("addresses");
        for (AddressFacts facts : finding.addresses()) {
            json.writeStartObject();
            json.writeStringProperty("address", facts.address().toString());
            json.writeNumberProperty("events", facts.events());
            json.writeNumberProperty("successes", facts.successes());
            json.writeStringProperty("firstSeen", facts.firstSeen().toString());
            json.writeStringProperty("lastSeen", facts.lastSeen().toString());
            writeNames(json, "signs", facts.signs());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeLogins(JsonGenerator json, Finding finding) {
        json.writeArrayPropertyStart("logins");
        for (var login : finding.logins()) {
            json.writeStartObject();
            json.writeStringProperty("address", login.address().toString());
            json.writeStringProperty("at", login.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeProof(JsonGenerator json, Finding finding) {
        writeNames(json, "samples", finding.proof().samples());
        json.writeArrayPropertyStart("ranges");
        for (var range : finding.proof().ranges()) {
            json.writeStartObject();
            json.writeStringProperty("log", range.source());
            json.writeNumberProperty("from", range.from());
            json.writeNumberProperty("to", range.to());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeNames(JsonGenerator json, String property, Collection<?> names) {
        json.writeArrayPropertyStart(property);
        names.forEach(name -> json.writeString(name.toString()));
        json.writeEndArray();
    }
}
