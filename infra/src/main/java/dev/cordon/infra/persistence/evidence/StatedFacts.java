package dev.cordon.infra.persistence.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a package states, as far as its {@code custody.json} can be read and rows repeat it. */
record StatedFacts(
        Map<String, String> files, Set<String> items, String recipient, String purpose, String by) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Each path's digest in hexadecimal; empty if it cannot be read. */
    static Optional<StatedFacts> in(byte[] custody) {
        try {
            var files = new HashMap<String, String>();
            var read = JSON.readTree(custody);
            for (var file : read.path("files")) {
                files.put(file.path("path").asString(), file.path("sha256").asString());
            }
            var items = new HashSet<String>();
            for (var item : read.path("items")) {
                items.add(item.path("id").asString());
            }
            return Optional.of(
                    new StatedFacts(
                            files,
                            items,
                            read.path("recipient").asString(),
                            read.path("purpose").asString(),
                            read.path("by").asString()));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
