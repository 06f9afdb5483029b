package dev.cordon.infra.bootstrap.cli;

import dev.cordon.infra.bootstrap.cli.Score.Campaign;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A score as one line of JSON: an object whose only property is {@code score}. */
final class ScoreJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ScoreJson() {}

    static String of(Score score) {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("score");
            writeSums(json, score);
            json.writeArrayPropertyStart("campaigns");
            score.campaigns().forEach(each -> writeCampaign(json, each));
            json.writeEndArray();
            json.writeArrayPropertyStart("falseAlarms");
            score.falseAlarms().forEach(each -> writeFalse(json, each));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void writeSums(JsonGenerator json, Score score) {
        json.writeNumberProperty("campaignsInTruth", score.campaigns().size());
        json.writeNumberProperty("campaignsFound", score.found());
        json.writeNumberProperty("recall", score.recall());
        json.writeNumberProperty("alerts", score.alerts().size());
        json.writeNumberProperty("precision", score.precision());
        json.writeNumberProperty("alertsPerCampaign", score.alertsPerCampaign());
        json.writeNumberProperty("addressRecall", score.addressRecall());
        json.writeNumberProperty("addressPrecision", score.addressPrecision());
        json.writeNumberProperty("lookalikes", score.lookalikes());
    }

    private static void writeCampaign(JsonGenerator json, Campaign campaign) {
        json.writeStartObject();
        json.writeStringProperty("attack", campaign.attack().kind());
        json.writeStringProperty("what", campaign.attack().what());
        json.writeStringProperty("start", campaign.attack().start().toString());
        json.writeBooleanProperty("found", campaign.isFound());
        json.writeNumberProperty("addresses", campaign.attack().addresses().size());
        json.writeNumberProperty("named", campaign.named());
        json.writeArrayPropertyStart("alerts");
        campaign.alerts().forEach(alert -> json.writeString(alert.attack()));
        json.writeEndArray();
        campaign.delay()
                .ifPresent(delay -> json.writeNumberProperty("delaySeconds", delay.toSeconds()));
        json.writeEndObject();
    }

    private static void writeFalse(JsonGenerator json, Score.FalseAlarm alarm) {
        json.writeStartObject();
        json.writeStringProperty("rule", alarm.alert().rule());
        json.writeStringProperty("attack", alarm.alert().attack());
        json.writeStringProperty("firstSeen", alarm.alert().firstSeen().toString());
        var takenFor = alarm.takenFor();
        if (takenFor != null) {
            json.writeStringProperty("lookalike", takenFor.what());
        }
        json.writeEndObject();
    }
}
