package dev.cordon.infra.http.detection;

import dev.cordon.domain.detection.engine.Allowed;
import dev.cordon.domain.detection.tuning.OwnRules;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersion.Phase;
import dev.cordon.domain.detection.tuning.RuleVersion.Stage;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.infra.http.ApiProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a store's tuning.
 *
 * @param content what an approval has to name: the hash of {@code tuning}
 * @param phaseBy who submitted, approved or discarded it; null for a draft
 * @param phaseAt when that was
 * @param until when another one came into force
 * @param phaseReason why it was sent back or discarded
 */
record RuleVersionJson(
        UUID id,
        UUID store,
        int number,
        Stage stage,
        TuningJson tuning,
        String reason,
        String content,
        Set<String> authors,
        Instant createdAt,
        @Nullable String phaseBy,
        @Nullable Instant phaseAt,
        @Nullable Instant until,
        @Nullable String phaseReason) {

    static RuleVersionJson of(RuleVersion version) {
        var told = Told.of(version.phase());
        return new RuleVersionJson(
                version.id().value(),
                version.store().value(),
                version.number(),
                version.stage(),
                TuningJson.of(version.tuning()),
                version.reason(),
                version.tuning().hash().hex(),
                new TreeSet<>(version.authors()),
                version.createdAt(),
                told.by(),
                told.at(),
                told.until(),
                told.reason());
    }

    private record Told(
            @Nullable String by,
            @Nullable Instant at,
            @Nullable Instant until,
            @Nullable String reason) {

        static Told of(Phase phase) {
            return switch (phase) {
                case Phase.Draft(var back) ->
                        new Told(null, null, null, back.isEmpty() ? null : back);
                case Phase.Submitted(var by, var at, _) -> new Told(by.name(), at, null, null);
                case Phase.InForce(var by, var at, _) -> new Told(by.name(), at, null, null);
                case Phase.Superseded(var by, var at, _, var until) ->
                        new Told(by.name(), at, until, null);
                case Phase.Discarded(var by, var at, var why) -> new Told(by.name(), at, null, why);
            };
        }
    }

    /**
     * What a version says otherwise than the program.
     *
     * @param campaignGap ISO 8601, {@code PT30M}; absent: as the operator set it
     * @param allowed known networks, {@code office=192.0.2.0/24}
     * @param thresholds how many it takes for a rule to fire, by the rule's name
     * @param off names of rules that raise no alerts
     * @param own the store's own Sigma rules
     */
    record TuningJson(
            @Nullable String campaignGap,
            @NotNull List<@NotNull String> accountPaths,
            @NotNull List<@NotNull String> allowed,
            @NotNull Map<@NotNull String, @NotNull Integer> thresholds,
            @NotNull Set<@NotNull String> off,
            @NotNull List<@NotNull @Valid OwnRulesJson> own) {

        static TuningJson of(Tuning tuning) {
            var gap = tuning.campaignGap();
            return new TuningJson(
                    gap == null ? null : gap.toString(),
                    tuning.accountPaths(),
                    tuning.allowed().stream().map(Allowed::text).toList(),
                    tuning.thresholds(),
                    tuning.off(),
                    tuning.own().stream()
                            .map(each -> new OwnRulesJson(each.name(), each.text()))
                            .toList());
        }

        Tuning toDomain() {
            return new Tuning(
                    gap(),
                    accountPaths,
                    allowed.stream().map(Allowed::of).toList(),
                    new TreeMap<>(thresholds),
                    new TreeSet<>(off),
                    own.stream().map(OwnRulesJson::toDomain).toList());
        }

        private @Nullable Duration gap() {
            try {
                return campaignGap == null ? null : Duration.parse(campaignGap);
            } catch (DateTimeParseException e) {
                throw ApiProblem.notUnderstood("campaignGap is no ISO 8601 duration: PT30M.");
            }
        }
    }

    /**
     * A file of Sigma rules.
     *
     * @param text YAML, one or several documents
     */
    record OwnRulesJson(@NotBlank String name, @NotBlank String text) {

        OwnRules toDomain() {
            return new OwnRules(name, text);
        }
    }
}
