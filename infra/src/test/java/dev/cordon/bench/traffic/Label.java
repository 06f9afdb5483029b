package dev.cordon.bench.traffic;

import java.time.Instant;
import java.util.List;

/** An attack, or what only looks like one, as the generator made it. */
record Label(
        String kind,
        String technique,
        boolean malicious,
        Instant start,
        Instant end,
        List<String> addresses) {

    String json() {
        var all = new StringBuilder();
        addresses.forEach(
                each -> all.append(all.isEmpty() ? "" : ", ").append('"').append(each).append('"'));
        return """
        {"tool": "generator", "technique": "%s", "attacker_ips": [%s], "malicious": %b, "start": "%s", "end": "%s", "kind": "%s"}"""
                .formatted(technique, all, malicious, start, end, kind);
    }
}
