package dev.cordon.woocommerce.store;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** An answer that a real store gave: its status, the headers that matter, its body. */
final class Recording {

    private static final Set<String> KEPT =
            Set.of(
                    "content-type",
                    "x-wp-total",
                    "x-wp-totalpages",
                    "allow",
                    "link",
                    "retry-after",
                    "date");

    private static final Recordings REST = Recordings.of("/recordings/rest.zip");

    private Recording() {}

    /** A name with a slash lies in the ZIP of all. */
    static ResponseDefinitionBuilder of(String name) {
        if (name.contains("/")) {
            var answer = WireMock.aResponse().withBody(REST.text(name + ".json"));
            head(answer, REST.text(name + ".headers"));
            return answer;
        }
        var answer = WireMock.aResponse().withBody(body(name));
        head(answer, text(name + ".headers"));
        return answer;
    }

    static void head(ResponseDefinitionBuilder answer, String lines) {
        boolean inResponse = false;
        for (var line : lines.lines().toList()) {
            if (line.startsWith("HTTP/1.1 ")) {
                inResponse = true;
                answer.withStatus(Integer.parseInt(line.substring(9, 12)));
            } else if (inResponse && KEPT.contains(header(line).toLowerCase())) {
                answer.withHeader(header(line), line.substring(line.indexOf(':') + 1).strip());
            }
        }
    }

    /** What is no JSON has its body in a text file. */
    private static String body(String name) {
        var page = Recording.class.getResource("/recordings/" + name + ".txt");
        return text(name + (page == null ? ".json" : ".txt"));
    }

    private static String header(String line) {
        return line.substring(0, Math.max(line.indexOf(':'), 0));
    }

    static String text(String file) {
        try (var in = Recording.class.getResourceAsStream("/recordings/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
