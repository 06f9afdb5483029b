package dev.cordon.infra.persistence.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The files that a package states, as far as its {@code custody.json} can be read. */
final class StatedFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StatedFiles() {}

    /** Each path's digest in hexadecimal; empty if it cannot be read. */
    static Optional<Map<String, String>> in(byte[] custody) {
        try {
            var files = new HashMap<String, String>();
            for (var file : JSON.readTree(custody).path("files")) {
                files.put(file.path("path").asString(), file.path("sha256").asString());
            }
            return Optional.of(files);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
