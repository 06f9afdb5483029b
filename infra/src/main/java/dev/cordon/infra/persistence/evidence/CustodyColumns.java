package dev.cordon.infra.persistence.evidence;

import dev.cordon.domain.evidence.Custody;
import dev.cordon.domain.evidence.Disposal;
import dev.cordon.domain.evidence.HandOver;
import dev.cordon.domain.kernel.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an item is held, as columns of its row. */
@Embeddable
record CustodyColumns(
        String custodian,
        @Column(name = "offered_to") @Nullable String offeredTo,
        @Column(name = "offered_at") @Nullable Instant offeredAt,
        @Column(name = "sealed_at") @Nullable Instant sealedAt,
        String holds,
        @Column(name = "keep_until") Instant keepUntil,
        @Column(name = "disposal_reason") @Nullable String disposalReason,
        @Column(name = "disposal_planned_by") @Nullable String disposalPlannedBy,
        @Column(name = "disposal_planned_at") @Nullable Instant disposalPlannedAt,
        @Column(name = "disposal_approved_by") @Nullable String disposalApprovedBy,
        @Column(name = "disposed_at") @Nullable Instant disposedAt) {

    static final CustodyColumns NONE =
            new CustodyColumns(
                    "",
                    null,
                    null,
                    null,
                    HoldsJson.text(List.of()),
                    Instant.EPOCH,
                    null,
                    null,
                    null,
                    null,
                    null);

    static CustodyColumns of(Custody custody) {
        var offer = custody.offered();
        var disposal = custody.disposal();
        var approved = disposal == null ? null : disposal.approvedBy();
        return new CustodyColumns(
                custody.custodian().reference(),
                offer == null ? null : offer.to().reference(),
                offer == null ? null : offer.at(),
                custody.sealedAt(),
                HoldsJson.text(custody.holds()),
                custody.keepUntil(),
                disposal == null ? null : disposal.reason(),
                disposal == null ? null : disposal.plannedBy().reference(),
                disposal == null ? null : disposal.plannedAt(),
                approved == null ? null : approved.reference(),
                disposal == null ? null : disposal.doneAt());
    }

    Custody toDomain() {
        return new Custody(
                Actor.of(custodian),
                offer(),
                sealedAt,
                HoldsJson.holds(holds),
                keepUntil,
                disposal());
    }

    private @Nullable HandOver offer() {
        if (offeredTo == null || offeredAt == null) {
            return null;
        }
        return new HandOver(new Actor.Person(Actor.of(offeredTo).name()), offeredAt);
    }

    private @Nullable Disposal disposal() {
        if (disposalReason == null || disposalPlannedBy == null || disposalPlannedAt == null) {
            return null;
        }
        return new Disposal(
                disposalReason,
                Actor.of(disposalPlannedBy),
                disposalPlannedAt,
                disposalApprovedBy == null ? null : Actor.of(disposalApprovedBy),
                disposedAt);
    }
}
