package dev.cordon.infra.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cordon.application.kernel.Page;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Stretches of a list as lines of JSON, for programs that collect them. */
@Component
public class NewlineJson {

    /** One JSON object a line (github.com/ndjson/ndjson-spec). */
    public static final String TYPE = "application/x-ndjson";

    private final JsonMapper json;

    NewlineJson(JsonMapper json) {
        this.json =
                json.rebuild()
                        .changeDefaultPropertyInclusion(
                                value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .build();
    }

    /** What follows is named in the header {@code Link} as {@code next} (RFC 8288). */
    public <S> ResponseEntity<String> of(Page<S> page, Function<S, ?> shape) {
        var lines = new StringBuilder();
        page.items()
                .forEach(
                        item ->
                                lines.append(json.writeValueAsString(shape.apply(item)))
                                        .append('\n'));
        var answer =
                ResponseEntity.ok()
                        .contentType(
                                new MediaType("application", "x-ndjson", StandardCharsets.UTF_8));
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, "<" + following(page.next()) + ">; rel=\"next\"");
        }
        return answer.body(lines.toString());
    }

    private static String following(String place) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after", place)
                .toUriString();
    }
}
