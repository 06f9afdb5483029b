package dev.cordon.infra.http.detection;

import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Country;
import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as sent.
 *
 * @param sources the logs that show it
 * @param sourceType what kind of thing saw it: {@code detection}, {@code api}, {@code report} or
 *     {@code sensor}
 * @param title the rule's, or what whoever reported it calls it
 * @param why why it fired and what is normal, by language
 * @param firedAt the log's time of the line that made the rule fire
 * @param incident the incident that it became
 * @param mergedInto the alert that it belongs to
 * @param suppressedBy the suppression that covers it
 * @param etag to send back as {@code If-Match}
 */
record AlertJson(
        UUID id,
        UUID store,
        List<String> sources,
        String sourceType,
        String source,
        String reference,
        Mode mode,
        AttackKind kind,
        List<String> techniques,
        AlertSeverity severity,
        AlertStatus status,
        @Nullable String takenBy,
        Instant occurredAt,
        Instant lastSeenAt,
        Instant detectedAt,
        String rule,
        String title,
        @Nullable String description,
        @Nullable String link,
        Map<String, String> why,
        @Nullable String playbook,
        List<String> rules,
        Instant firedAt,
        long events,
        int successes,
        int otherLogins,
        List<AddressJson> addresses,
        int unlistedAddresses,
        List<String> paths,
        List<String> accounts,
        List<String> samples,
        List<RangeJson> ranges,
        @Nullable UUID incident,
        @Nullable UUID mergedInto,
        @Nullable AlertResolution resolution,
        @Nullable String reason,
        @Nullable UUID suppressedBy,
        String etag) {

    /**
     * An attacking address and why it is named.
     *
     * @param country where it is used, by its two letters (ISO 3166-1); absent if that is not known
     */
    record AddressJson(
            String address,
            @Nullable String country,
            int events,
            int successes,
            Instant firstSeen,
            Instant lastSeen,
            Set<Sign> signs) {}

    /** Where lines of it stand: bytes of the source's log, the end exclusive. */
    record RangeJson(String source, long from, long to) {}

    static AlertJson of(Alert alert, Map<Address, Country> countries) {
        var finding = alert.finding();
        var note = alert.note();
        var outcome = Outcome.of(alert.phase());
        return new AlertJson(
                alert.id().value(),
                alert.store().value(),
                finding.sources(),
                alert.origin().sourceType(),
                alert.origin().source(),
                alert.origin().reference(),
                alert.mode(),
                finding.kind(),
                finding.verdict().techniques(),
                alert.severity(),
                alert.status(),
                alert.takenBy() == null ? null : alert.takenBy().name(),
                alert.occurredAt(),
                finding.lastSeenAt(),
                alert.detectedAt(),
                finding.verdict().rule(),
                note == null ? finding.verdict().title() : note.title(),
                note == null ? null : note.description(),
                note == null ? null : note.link(),
                finding.verdict().reason(),
                finding.verdict().playbook(),
                finding.verdict().rules(),
                finding.period().detectedAt(),
                finding.events(),
                finding.successes(),
                finding.attackers().otherLogins(),
                addresses(alert, countries),
                finding.attackers().unlisted(),
                finding.paths(),
                finding.attackers().accounts(),
                finding.proof().samples(),
                finding.proof().ranges().stream()
                        .map(each -> new RangeJson(each.source(), each.from(), each.to()))
                        .toList(),
                outcome.incident(),
                outcome.mergedInto(),
                outcome.resolution(),
                outcome.reason(),
                outcome.suppressedBy(),
                dev.cordon.infra.http.ETags.of(alert.version()));
    }

    private static List<AddressJson> addresses(Alert alert, Map<Address, Country> countries) {
        return alert.finding().addresses().stream()
                .map(
                        facts ->
                                new AddressJson(
                                        facts.address().toString(),
                                        code(countries.get(facts.address())),
                                        facts.events(),
                                        facts.successes(),
                                        facts.firstSeen(),
                                        facts.lastSeen(),
                                        facts.signs()))
                .toList();
    }

    private static @Nullable String code(@Nullable Country country) {
        return country == null ? null : country.code();
    }

    private record Outcome(
            @Nullable UUID incident,
            @Nullable UUID mergedInto,
            @Nullable AlertResolution resolution,
            @Nullable String reason,
            @Nullable UUID suppressedBy) {

        static Outcome of(AlertPhase phase) {
            return switch (phase) {
                case AlertPhase.New _, AlertPhase.Triaging _ ->
                        new Outcome(null, null, null, null, null);
                case AlertPhase.Merged merged ->
                        new Outcome(null, merged.into().value(), null, null, null);
                case AlertPhase.Escalated escalated ->
                        new Outcome(escalated.incident(), null, null, null, null);
                case AlertPhase.Closed closed ->
                        new Outcome(null, null, closed.resolution(), closed.reason(), null);
                case AlertPhase.Suppressed suppressed ->
                        new Outcome(null, null, null, null, suppressed.under().value());
            };
        }
    }
}
