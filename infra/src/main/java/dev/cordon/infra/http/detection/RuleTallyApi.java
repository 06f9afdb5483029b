package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.RuleTally;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which rules are worth their alerts. */
@RestController
@RequestMapping(ApiPaths.API + "/stores")
@Tag(name = "alerts")
class RuleTallyApi {

    private final AlertQueries alerts;

    RuleTallyApi(AlertQueries alerts) {
        this.alerts = alerts;
    }

    /**
     * @param resolution what people closed them as; null for those that are not closed
     */
    record RuleTallyJson(String rule, @Nullable AlertResolution resolution, int alerts) {

        static RuleTallyJson of(RuleTally tally) {
            return new RuleTallyJson(tally.rule(), tally.resolution(), tally.alerts());
        }
    }

    @GetMapping("/{id}/rule-tallies")
    @Operation(
            summary = "Counts a store's alerts by rule and resolution",
            description = "Of what detection raised since that moment: how often a rule was right.")
    List<RuleTallyJson> tallies(@PathVariable UUID id, @RequestParam Instant since) {
        return alerts.tallies(new StoreId(id), since).stream().map(RuleTallyJson::of).toList();
    }
}
