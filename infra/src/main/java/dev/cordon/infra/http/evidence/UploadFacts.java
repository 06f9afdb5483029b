package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.CollectEvidence;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.infra.http.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/** The facts about an upload, from its headers; what is not ASCII is percent-encoded UTF-8. */
record UploadFacts(HttpHeaders headers) {

    static final String TITLE = "Cordon-Title";
    static final String SOURCE = "Cordon-Source";
    static final String PURPOSE = "Cordon-Purpose";
    static final String COVERS_FROM = "Cordon-Covers-From";
    static final String COVERS_TO = "Cordon-Covers-To";

    static final String KIND = "Cordon-Kind";
    static final String TAKEN_AT = "Cordon-Taken-At";
    static final String TOOL = "Cordon-Tool";
    static final String TAKING = "Cordon-Command";
    static final String CLOCK_DRIFT = "Cordon-Clock-Drift";

    static final String COVERS = "Cordon-Covers";
    static final String SUSPECTED = "Cordon-Suspected";
    static final String LEAVE_CARDS = "Cordon-Leave-Cards";

    private static final int LONGEST = 500;

    CollectEvidence.Command about(IncidentId incident) {
        return new CollectEvidence.Command(
                incident,
                kind(),
                required(TITLE),
                originalName(),
                required(SOURCE),
                moment(TAKEN_AT),
                optional(TOOL),
                optional(TAKING),
                drift(),
                moment(COVERS_FROM),
                moment(COVERS_TO),
                covers(),
                Boolean.parseBoolean(header(SUSPECTED).strip()),
                required(PURPOSE));
    }

    /** Why card numbers may stay in it; empty if they may not. */
    String leaveCards() {
        return optional(LEAVE_CARDS);
    }

    /** For display only: no path, no control characters. */
    private String originalName() {
        var clean = sentName().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return clean.isBlank() ? "unnamed" : clean.substring(0, Math.min(clean.length(), 200));
    }

    private String sentName() {
        var sent = header(HttpHeaders.CONTENT_DISPOSITION);
        try {
            var name = sent.isEmpty() ? null : ContentDisposition.parse(sent).getFilename();
            return name == null ? "" : name;
        } catch (IllegalArgumentException e) {
            throw ApiProblem.notUnderstood(
                    "Content-Disposition is not of the form attachment; filename=\"access.log\"."
                            + " Nothing was kept.");
        }
    }

    private String required(String name) {
        var text = header(name).strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw ApiProblem.notAccepted(
                    name + " has 1 to " + LONGEST + " characters. Nothing was kept.");
        }
        return text;
    }

    private String optional(String name) {
        var text = header(name).strip();
        if (text.length() > LONGEST) {
            throw ApiProblem.notAccepted(
                    name + " has at most " + LONGEST + " characters. Nothing was kept.");
        }
        return text;
    }

    /** What of the store it holds: a header each, or several in one with line feeds between. */
    private Coverage covers() {
        var sent = headers.getValuesAsList(COVERS);
        try {
            return Coverage.parse(UriUtils.decode(String.join("\n", sent), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw ApiProblem.notAccepted(
                    COVERS
                            + " takes what of the store the content holds, such as file"
                            + " /var/www/html/index.php, tree /var/www/html, log SOURCE, table"
                            + " wp_users, option siteurl or store. Nothing was kept.");
        }
    }

    private EvidenceKind kind() {
        var text = header(KIND).strip();
        try {
            return text.isEmpty() ? EvidenceKind.FILE : EvidenceKind.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.notAccepted(
                    KIND
                            + " is one of "
                            + Arrays.toString(EvidenceKind.values())
                            + ". Nothing was kept.");
        }
    }

    private @Nullable Duration drift() {
        var text = header(CLOCK_DRIFT).strip();
        try {
            return text.isEmpty() ? null : Duration.parse(text);
        } catch (DateTimeException e) {
            throw ApiProblem.notUnderstood(
                    CLOCK_DRIFT
                            + " takes an ISO-8601 duration such as PT-2.5S, how far the source's"
                            + " clock was ahead. Nothing was kept.");
        }
    }

    private @Nullable Instant moment(String name) {
        var text = header(name);
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw ApiProblem.notUnderstood(
                    name + " takes a moment such as 2026-11-23T02:00:00Z. Nothing was kept.");
        }
    }

    private String header(String name) {
        var text = headers.getFirst(name);
        try {
            return text == null
                    ? ""
                    : name.startsWith("Cordon-")
                            ? UriUtils.decode(text, StandardCharsets.UTF_8)
                            : text;
        } catch (IllegalArgumentException e) {
            throw ApiProblem.notUnderstood(
                    name + " holds a % that encodes nothing. Nothing was kept.");
        }
    }
}
