package dev.cordon.woocommerce.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ZIP of recordings, read whole. */
record Recordings(Map<String, byte[]> files) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Recordings of(String zip) {
        try (var in = new ZipInputStream(Recordings.class.getResourceAsStream(zip))) {
            var files = new LinkedHashMap<String, byte[]>();
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
            return new Recordings(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    List<JsonNode> index(String file) {
        return text(file).lines().map(JSON::readTree).toList();
    }
}
