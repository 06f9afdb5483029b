package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.application.evidence.EvidenceItems.Which;
import dev.cordon.application.evidence.EvidenceRegister;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.PageJson;
import dev.cordon.infra.http.evidence.EvidenceJson.ItemJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "evidence")
class RegisterApi {

    private final EvidenceRegister register;

    RegisterApi(EvidenceRegister register) {
        this.register = register;
    }

    /**
     * A line of the register.
     *
     * @param incident the reference of the incident
     * @param checkedAt when it was last verified by the program itself
     * @param difference what differed then
     */
    record RegisteredJson(
            String incident,
            @Nullable Instant checkedAt,
            @Nullable String difference,
            ItemJson item) {

        static RegisteredJson of(EvidenceRegister.Line line) {
            return new RegisteredJson(
                    line.incident().value(),
                    line.checkedAt(),
                    line.difference(),
                    ItemJson.of(line.item()));
        }
    }

    @GetMapping("/evidence")
    @Operation(summary = "Lists evidence of all incidents, the latest collected first")
    PageJson<RegisteredJson> list(
            @RequestParam(defaultValue = "EVERYTHING") Which which,
            @RequestParam(required = false) @Nullable UUID store,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var filter =
                new EvidenceItems.Filter(
                        which, store == null ? null : new StoreId(store), null, text);
        return PageJson.of(
                register.list(filter, PageJson.request(limit, after)), RegisteredJson::of);
    }
}
