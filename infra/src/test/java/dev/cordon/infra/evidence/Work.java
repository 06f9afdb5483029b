package dev.cordon.infra.evidence;

import static dev.cordon.infra.evidence.Point.after;
import static dev.cordon.infra.evidence.Point.before;

import dev.cordon.domain.incident.IncidentId;

/**
 * What somebody is about when the program is killed, each on an incident of their own. Those that
 * hold a transaction open come late: the ledger waits for them. The ledger comes last, as nobody
 * signs after it.
 */
enum Work {
    PACKAGE_ABOUT_TO_BE_READY(Kind.PACKAGE, before("Packages", "finish")),
    PACKAGE_HALF_READ(Kind.PACKAGE, before("Packages", "read").secondTime()),
    NOTHING_STORED(Kind.COLLECT, before("EvidenceVault", "store")),
    STORED_AND_NOT_RECORDED(Kind.COLLECT, after("EvidenceVault", "store")),
    RECORDED_AND_NOT_NOTED(Kind.COLLECT, before("EvidenceVault", "recorded")),
    LOCKED_AND_NOT_SEALED(Kind.SEAL, after("EvidenceVault", "seal")),
    UPLOAD_IN_PIECES(Kind.UPLOAD, after("Uploads", "put").secondTime()),
    UPLOAD_BEING_TAKEN_IN(Kind.UPLOAD, after("EvidenceVault", "store")),
    UPLOAD_TAKEN_IN(Kind.UPLOAD, before("Uploads", "remove")),
    BEING_RECORDED(Kind.COLLECT, after("CustodyChains", "append")),
    BEING_SEALED(Kind.SEAL, after("CustodyChains", "append")),
    PACKAGE_BEING_RECORDED(Kind.PACKAGE, after("Packages", "record")),
    ACQUISITION_HALF_READ(Kind.ACQUIRE, before("StoreAcquisitions", "came")),
    NOTHING_DESTROYED(Kind.DISPOSE, before("EvidenceVault", "destroy")),
    KEY_DESTROYED(Kind.DISPOSE, after("KeyShelf", "replace")),
    BYTES_DESTROYED(Kind.DISPOSE, before("KeyShelf", "delete")),
    DESTROYED_AND_NOT_RECORDED(Kind.DISPOSE, after("EvidenceVault", "destroy")),
    DISPOSAL_BEING_RECORDED(Kind.DISPOSE, after("CustodyChains", "append")),
    SIGNED_AND_NOT_KEPT(Kind.SEQUENCE, before("LastCheckpoint", "keep")),
    BEING_PLACED(Kind.SEQUENCE, after("LedgerSequence", "append"));

    /** What it is about. */
    enum Kind {
        COLLECT,
        SEAL,
        PACKAGE,
        UPLOAD,
        ACQUIRE,
        DISPOSE,
        SEQUENCE
    }

    private final Kind kind;
    private final Point point;

    Work(Kind kind, Point point) {
        this.kind = kind;
        this.point = point;
    }

    Kind kind() {
        return kind;
    }

    Point point() {
        return point;
    }

    IncidentId incident() {
        return HeldIncidents.id(ordinal() + 1);
    }
}
