package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.CreateRecoveryKey;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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

    RecoveryKeyApi(CreateRecoveryKey create) {
        this.create = create;
    }

    /**
     * @param key to be printed; it is shown this once
     * @param id which one it is
     * @param contents so many contents it opens now
     */
    record RecoveryKeyJson(String key, String id, int contents) {}

    @PutMapping("/recovery-key")
    @Operation(summary = "Makes the printed key that opens all evidence without Cordon")
    ResponseEntity<RecoveryKeyJson> createRecoveryKey() throws IOException {
        var created = create.create();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RecoveryKeyJson(created.printed(), created.id(), created.contents()));
    }
}
