package dev.cordon.infra.persistence.evidence;

import dev.cordon.domain.evidence.LegalHold;
import dev.cordon.domain.kernel.Actor;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Legal holds as a JSON array, in the order in which they were placed. */
record HoldsJson(String matter, String by, Instant at) {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TypeReference<List<HoldsJson>> ALL = new TypeReference<>() {};

    static String text(List<LegalHold> holds) {
        return JSON.writeValueAsString(
                holds.stream()
                        .map(hold -> new HoldsJson(hold.matter(), hold.by().reference(), hold.at()))
                        .toList());
    }

    static List<LegalHold> holds(String text) {
        return JSON.readValue(text, ALL).stream()
                .map(hold -> new LegalHold(hold.matter(), Actor.of(hold.by()), hold.at()))
                .toList();
    }
}
