package dev.cordon.infra.persistence.evidence;

import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.acquisition.AcquiredPart;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.State;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.Why;
import dev.cordon.domain.evidence.acquisition.SourcePart;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.evidence.acquisition.Survey;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a store could give out, and what became of it, as JSON. */
final class StoreAcquisitionJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoreAcquisitionJson() {}

    private record Found(
            String origin,
            String tools,
            @Nullable Long drift,
            List<Part> parts,
            List<Survey.Missing> missing) {}

    private record Part(
            StoreSource source,
            String name,
            @Nullable Long expected,
            SourcePart.Form form,
            String command,
            String covers) {}

    private enum Phase {
        WAITING,
        TAKING,
        TAKEN,
        NOT_TAKEN
    }

    private record Acquired(
            Part what,
            Phase phase,
            int tries,
            @Nullable UUID item,
            @Nullable Why why,
            @Nullable String said) {}

    static @Nullable String survey(@Nullable Survey survey) {
        return survey == null
                ? null
                : JSON.writeValueAsString(
                        new Found(
                                survey.origin(),
                                survey.tools(),
                                survey.clockDrift() == null ? null : survey.clockDrift().toMillis(),
                                survey.parts().stream().map(StoreAcquisitionJson::part).toList(),
                                survey.missing()));
    }

    static @Nullable Survey survey(@Nullable String json) {
        if (json == null) {
            return null;
        }
        var found = JSON.readValue(json, Found.class);
        return new Survey(
                found.origin(),
                found.tools(),
                found.drift() == null ? null : Duration.ofMillis(found.drift()),
                found.parts().stream().map(StoreAcquisitionJson::part).toList(),
                found.missing());
    }

    static String parts(List<AcquiredPart> parts) {
        return JSON.writeValueAsString(parts.stream().map(StoreAcquisitionJson::acquired).toList());
    }

    static List<AcquiredPart> parts(String json) {
        return JSON.readValue(json, new TypeReference<List<Acquired>>() {}).stream()
                .map(each -> new AcquiredPart(part(each.what()), state(each)))
                .toList();
    }

    private static Part part(SourcePart part) {
        return new Part(
                part.source(),
                part.name(),
                part.expected(),
                part.form(),
                part.command(),
                part.covers().text());
    }

    private static SourcePart part(Part part) {
        return new SourcePart(
                part.source(),
                part.name(),
                part.expected(),
                part.form(),
                part.command(),
                Coverage.parse(part.covers()));
    }

    private static Acquired acquired(AcquiredPart part) {
        var what = part(part.what());
        return switch (part.state()) {
            case State.Waiting(var tries, var why) ->
                    new Acquired(what, Phase.WAITING, tries, null, null, why);
            case State.Taking(var item, var tries) ->
                    new Acquired(what, Phase.TAKING, tries, item.value(), null, null);
            case State.Taken(var item) ->
                    new Acquired(what, Phase.TAKEN, 0, item.value(), null, null);
            case State.NotTaken(var why, var said) ->
                    new Acquired(what, Phase.NOT_TAKEN, 0, null, why, said);
        };
    }

    private static State state(Acquired part) {
        return switch (part.phase()) {
            case WAITING -> new State.Waiting(part.tries(), part.said());
            case TAKING -> new State.Taking(item(part), part.tries());
            case TAKEN -> new State.Taken(item(part));
            case NOT_TAKEN -> {
                var why = part.why();
                var said = part.said();
                yield new State.NotTaken(
                        why == null ? Why.NOT_GIVEN : why, said == null ? "" : said);
            }
        };
    }

    private static EvidenceId item(Acquired part) {
        var item = part.item();
        if (item == null) {
            throw new IllegalStateException("a part that is taken has an item");
        }
        return new EvidenceId(item);
    }
}
