package dev.cordon.infra.http.store;

import dev.cordon.application.store.AskHostKey;
import dev.cordon.domain.store.HostKey;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The key that a host shows, for comparing it. */
@RestController
@RequestMapping(ApiPaths.API + "/host-keys")
@Tag(name = "stores")
class HostKeyApi {

    private final AskHostKey ask;

    HostKeyApi(AskHostKey ask) {
        this.ask = ask;
    }

    /** A host's SSH door. */
    record HostJson(
            @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z.:-]{0,252}") String host,
            @Nullable @Min(1) @Max(65_535) Integer port) {}

    /** What the host shows; believe it only after comparing it with what is said elsewhere. */
    record HostKeyJson(String hostKey, String fingerprint) {}

    @PostMapping
    @Operation(summary = "Shows which key a host shows now; logs in nowhere and keeps nothing")
    HostKeyJson ask(@Valid @RequestBody HostJson host) {
        var port = host.port() == null ? 22 : host.port();
        return switch (ask.ask(new AskHostKey.Command(host.host(), port))) {
            case StoreAnswer.Ok<HostKey>(var key) -> new HostKeyJson(key.line(), key.fingerprint());
            case StoreAnswer.Failed<HostKey>(var why) ->
                    throw ApiProblem.notAccepted(why.sentence() + " Nothing was kept.");
        };
    }
}
