package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.CreateRecoveryKey;
import dev.cordon.application.evidence.CreateRecoveryKey.Outcome;
import dev.cordon.application.evidence.ViewRecoveryKey;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Puts a new recovery key in the place of the one before. A PUT, because answers to a POST are kept
 * for its repetition, and this one may be kept by nobody.
 */
@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "evidence")
class RecoveryKeyApi {

    private final CreateRecoveryKey create;
    private final ViewRecoveryKey view;

    RecoveryKeyApi(CreateRecoveryKey create, ViewRecoveryKey view) {
        this.create = create;
        this.view = view;
    }

    /**
     * @param made whether there is one; without it evidence is lost with the encryption key
     * @param id its fingerprint
     * @param at when it was made; null if an earlier build made it
     * @param by who made it; null then as well
     */
    record RecoveryKeyStateJson(
            boolean made, @Nullable String id, @Nullable Instant at, @Nullable String by) {

        static RecoveryKeyStateJson of(ViewRecoveryKey.InUse key) {
            var made = key.made();
            return new RecoveryKeyStateJson(
                    true,
                    key.id(),
                    made == null ? null : made.at(),
                    made == null ? null : made.by().reference());
        }
    }

    @GetMapping("/recovery-key")
    @Operation(summary = "Whether there is a recovery key, its fingerprint, and who made it")
    RecoveryKeyStateJson recoveryKey() throws IOException {
        return view.view()
                .map(RecoveryKeyStateJson::of)
                .orElse(new RecoveryKeyStateJson(false, null, null, null));
    }

    /**
     * @param key to be printed; it is shown this once
     * @param id which one it is
     * @param contents so many contents it opens now
     */
    record RecoveryKeyJson(String key, String id, int contents) {}

    @PutMapping("/recovery-key")
    @Operation(summary = "Makes the printed key that opens all evidence without Cordon")
    ResponseEntity<RecoveryKeyJson> createRecoveryKey(
            @RequestParam(required = false)
                    @Parameter(
                            description =
                                    "Fingerprint of the recovery key that is replaced and opens"
                                            + " nothing in the vault any more; left out if there"
                                            + " is none")
                    @Nullable String instead)
            throws IOException {
        return switch (create.create(new CreateRecoveryKey.Command(instead))) {
            case Outcome.Refused refused ->
                    throw ApiProblem.refused(
                            refused,
                            "Another recovery key counts than the one that is to be replaced."
                                    + " Nothing was changed. GET says which one it is.");
            case Outcome.Made(var created) ->
                    ResponseEntity.ok()
                            .cacheControl(CacheControl.noStore())
                            .body(
                                    new RecoveryKeyJson(
                                            created.printed(), created.id(), created.contents()));
        };
    }
}
