package dev.cordon.bench.traffic;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** An attack, or what only looks like one, as the generator made it. */
record Label(
        String kind,
        String technique,
        boolean malicious,
        Instant start,
        Instant end,
        List<String> addresses) {

    Label {
        addresses = List.copyOf(addresses);
    }

    static String json(List<Label> labels) {
        return labels.stream()
                .map(Label::json)
                .collect(
                        Collectors.joining(
                                ",\n", "{\"scenario\": \"generated\", \"attacks\": [\n", "\n]}\n"));
    }

    private String json() {
        return """
        {"tool": "generator", "technique": "%s", "attacker_ips": [%s], "malicious": %b, "start": "%s", "end": "%s", "kind": "%s"}"""
                .formatted(
                        technique,
                        addresses.stream()
                                .map(each -> '"' + each + '"')
                                .collect(Collectors.joining(", ")),
                        malicious,
                        start,
                        end,
                        kind);
    }
}
