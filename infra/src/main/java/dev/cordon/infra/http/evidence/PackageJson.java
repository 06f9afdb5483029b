package dev.cordon.infra.http.evidence;

import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.EvidencePackage.Fault;
import dev.cordon.domain.evidence.EvidencePackage.Phase;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evidence package.
 *
 * @param whole whether it was asked for all that the incident held
 * @param items their ids
 * @param status how far it is
 * @param madeAt when its items left, by their chains; not there before
 * @param digest the SHA-256 of {@code custody.json}, which the ledger knows; not there before
 * @param fault why none was made
 * @param label which item was in the way
 */
record PackageJson(
        UUID id,
        UUID incident,
        UUID store,
        boolean whole,
        List<UUID> items,
        String purpose,
        String recipient,
        String by,
        Instant askedAt,
        Status status,
        @Nullable Instant madeAt,
        @Nullable String digest,
        @Nullable Instant readyAt,
        @Nullable Fault fault,
        @Nullable String label) {

    /** How far a package is: it can be downloaded once it is ready. */
    enum Status {
        ASKED,
        RECORDED,
        READY,
        FAILED
    }

    static PackageJson of(EvidencePackage made) {
        return switch (made.phase()) {
            case Phase.Asked _ -> of(made, Status.ASKED, null, null, null, null, null);
            case Phase.Recorded(var at, var digest) ->
                    of(made, Status.RECORDED, at, digest, null, null, null);
            case Phase.Ready(var at, var digest, var readyAt) ->
                    of(made, Status.READY, at, digest, readyAt, null, null);
            case Phase.Failed(_, var fault, var label) ->
                    of(made, Status.FAILED, null, null, null, fault, label);
        };
    }

    private static PackageJson of(
            EvidencePackage made,
            Status status,
            @Nullable Instant madeAt,
            @Nullable Sha256 digest,
            @Nullable Instant readyAt,
            @Nullable Fault fault,
            @Nullable String label) {
        return new PackageJson(
                made.id().value(),
                made.incident().value(),
                made.store().value(),
                made.whole(),
                made.items().stream().map(EvidenceId::value).toList(),
                made.purpose(),
                made.recipient(),
                made.by().reference(),
                made.askedAt(),
                status,
                madeAt,
                digest == null ? null : digest.hex(),
                readyAt,
                fault,
                label);
    }
}
