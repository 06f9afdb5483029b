package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Finding;
import java.io.StringWriter;
import java.util.Collection;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A finding as one line of JSON, with every address. Times are UTC. */
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
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void writeHead(JsonGenerator json, Finding finding) {
        json.writeStringProperty("kind", finding.kind().name());
        json.writeStringProperty("severity", finding.severity().name());
        json.writeStringProperty("rule", finding.rule());
        json.writeStringProperty("reference", finding.reference());
        writeNames(json, "techniques", finding.kind().techniques());
        json.writeStringProperty("startedAt", finding.startedAt().toString());
        json.writeStringProperty("lastSeenAt", finding.lastSeenAt().toString());
        writeNames(json, "paths", finding.paths());
        json.writeNumberProperty("failures", finding.failures());
        json.writeNumberProperty("successes", finding.successes());
        json.writeNumberProperty("otherLogins", finding.otherLogins());
        json.writeNumberProperty("addressCount", finding.addresses().size() + finding.unlisted());
    }

    private static void writeAddresses(JsonGenerator json, Finding finding) {
        json.writeArrayPropertyStart("addresses");
        for (AddressFacts facts : finding.addresses()) {
            json.writeStartObject();
            json.writeStringProperty("address", facts.address().toString());
            json.writeNumberProperty("failures", facts.failures());
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

    private static void writeNames(JsonGenerator json, String property, Collection<?> names) {
        json.writeArrayPropertyStart(property);
        names.forEach(name -> json.writeString(name.toString()));
        json.writeEndArray();
    }
}
