package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.RuleFinding;
import dev.cordon.application.detection.RuleFinding.Remark;
import dev.cordon.application.detection.RuleLine;
import dev.cordon.application.detection.RuleQueries;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.rule.Level;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.detection.RuleVersionJson.OwnRulesJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules themselves: those in force, those of a version, and what becomes of others. */
@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "rules")
class RuleApi {

    private final RuleQueries rules;

    RuleApi(RuleQueries rules) {
        this.rules = rules;
    }

    /**
     * A rule that raises alerts, or would if it were on.
     *
     * @param threshold how many it takes to fire, as the rule says; absent if it does not count
     * @param tuned how many it takes in this version; absent: as the rule says
     * @param windowSeconds within which it counts
     * @param alerts in the last 30 days that it had a part in
     * @param judged how many of them people closed
     * @param falsePositivesClosed how many of those were false positives
     * @param lines how many lines it counted in the store's last dry run; absent if there was none
     * @param share of all lines that rules counted there, 0 to 1
     */
    record RuleJson(
            String name,
            String title,
            String description,
            Level level,
            @Nullable AttackKind kind,
            List<String> falsePositives,
            boolean own,
            boolean on,
            @Nullable Integer threshold,
            @Nullable Integer tuned,
            @Nullable Long windowSeconds,
            int alerts,
            int judged,
            int falsePositivesClosed,
            @Nullable Long lines,
            @Nullable Double share) {

        static RuleJson of(RuleLine line) {
            var window = line.window();
            var health = line.health();
            return new RuleJson(
                    line.name(),
                    line.title(),
                    line.description(),
                    line.level(),
                    line.attack(),
                    line.falsePositives(),
                    line.isOwn(),
                    line.isOn(),
                    line.threshold(),
                    line.tuned(),
                    window == null ? null : window.toSeconds(),
                    health.alerts(),
                    health.judged(),
                    health.falsePositives(),
                    health.lines(),
                    health.share());
        }
    }

    /**
     * What becomes of a rule that somebody wrote.
     *
     * @param refused why it cannot run; absent if it can
     */
    record RuleFindingJson(
            String file,
            @Nullable String name,
            String title,
            @Nullable String refused,
            List<Remark> remarks) {

        static RuleFindingJson of(RuleFinding finding) {
            return new RuleFindingJson(
                    finding.file(),
                    finding.name(),
                    finding.title(),
                    finding.refused(),
                    finding.remarks());
        }
    }

    @GetMapping("/stores/{id}/rules")
    @Operation(summary = "Lists the rules that a store's detection runs by, and what came of each")
    List<RuleJson> list(@PathVariable UUID id) {
        var store = new StoreId(id);
        var tuning = rules.inForce(store).map(RuleVersion::tuning).orElse(Tuning.NONE);
        return rules.rules(store, tuning).stream().map(RuleJson::of).toList();
    }

    @GetMapping("/rule-versions/{id}/rules")
    @Operation(summary = "Lists the rules of a version")
    List<RuleJson> listOfVersion(@PathVariable UUID id) {
        var version = rules.version(new RuleVersionId(id));
        return rules.rules(version.store(), version.tuning()).stream().map(RuleJson::of).toList();
    }

    @GetMapping("/rule-versions/{id}/findings")
    @Operation(summary = "Says what becomes of each of the store's own rules in a version")
    List<RuleFindingJson> findings(@PathVariable UUID id) {
        return told(rules.version(new RuleVersionId(id)).tuning());
    }

    @PostMapping("/rule-versions/{id}/check")
    @Operation(
            summary = "Says what would become of a file of Sigma rules in a version",
            description = "Nothing of it is kept.")
    List<RuleFindingJson> check(@PathVariable UUID id, @Valid @RequestBody OwnRulesJson file) {
        return told(rules.version(new RuleVersionId(id)).tuning().with(file.toDomain()));
    }

    private List<RuleFindingJson> told(Tuning tuning) {
        return rules.findings(tuning).stream().map(RuleFindingJson::of).toList();
    }
}
