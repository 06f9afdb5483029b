package dev.cordon.infra.intake.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Webhooks that a real store sent.
 *
 * @param secret what it was signed with; empty for a ping
 */
public record Recorded(Map<String, String> headers, byte[] body, String secret) {

    private static final String FOLDER = "/recordings/webhooks/";

    /** The recording of that name. */
    public static Recorded of(String name) {
        var headers = new LinkedHashMap<String, String>();
        new String(read(name + ".headers"), UTF_8)
                .lines()
                .filter(line -> line.indexOf(": ") > 0 && !line.startsWith("#"))
                .forEach(
                        line ->
                                headers.put(
                                        line.substring(0, line.indexOf(": ")),
                                        line.substring(line.indexOf(": ") + 2)));
        var secrets = JsonMapper.shared().readTree(read("secrets.json"));
        var topic = headers.getOrDefault("X-WC-Webhook-Topic", "");
        return new Recorded(headers, read(name + ".body"), secrets.path(topic).asString(""));
    }

    private static byte[] read(String name) {
        try (var in = Recorded.class.getResourceAsStream(FOLDER + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
