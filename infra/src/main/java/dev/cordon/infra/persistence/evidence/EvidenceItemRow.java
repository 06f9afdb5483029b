package dev.cordon.infra.persistence.evidence;

import dev.cordon.domain.evidence.Acquisition;
import dev.cordon.domain.evidence.CardSearch;
import dev.cordon.domain.evidence.Commitment;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.evidence.Intake;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import dev.cordon.infra.persistence.Cursor;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "evidence_item")
@Audited
class EvidenceItemRow implements AuditedRow<EvidenceItem> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private UUID incident = new UUID(0, 0);
    private UUID store = new UUID(0, 0);
    private String label = "";

    @Enumerated(EnumType.STRING)
    private EvidenceKind kind = EvidenceKind.FILE;

    /** Words go with the content, and no history keeps them. */
    @NotAudited private String title = "";

    @NotAudited
    @Column(name = "original_name")
    private String originalName = "";

    private String content = "";
    private long size;
    private long masked;

    @Column(name = "card_rules")
    private String cardRules = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "card_extent")
    private CardSearch.Extent cardExtent = CardSearch.Extent.NOTHING;

    @Column(name = "cards_left")
    private long cardsLeft;

    @Column(name = "cards_left_because")
    private String cardsLeftBecause = "";

    private @Nullable String came;
    private @Nullable String danger;
    private @Nullable String manifest;

    @Column(name = "acquired_by")
    private String acquiredBy = "";

    @Column(name = "acquired_at")
    private Instant acquiredAt = Instant.EPOCH;

    @Column(name = "received_at")
    private Instant receivedAt = Instant.EPOCH;

    private String method = "";
    private String tool = "";
    @NotAudited private String command = "";
    @NotAudited private String source = "";
    @NotAudited private @Nullable String salt;

    /** Stands for the words in what is hashed. */
    private @Nullable String commitment;

    /** As ISO-8601 text, since it is hashed. */
    @Column(name = "clock_drift")
    private @Nullable String clockDrift;

    @Column(name = "covers_from")
    private @Nullable Instant coversFrom;

    @Column(name = "covers_to")
    private @Nullable Instant coversTo;

    /** A line for each, as it is hashed. */
    private String covers = "";

    @Embedded private CustodyColumns custody = CustodyColumns.NONE;

    protected EvidenceItemRow() {}

    EvidenceItemRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(EvidenceItem item) {
        incident = item.incident().value();
        store = item.store().value();
        label = item.label();
        kind = item.kind();
        title = item.title();
        originalName = item.originalName();
        content = item.content().hex();
        size = item.size();
        copyFrom(item.intake());
        copyFrom(item.acquisition());
        copyFrom(item.commitment());
        custody = CustodyColumns.of(item.custody());
    }

    private void copyFrom(Intake intake) {
        var cards = intake.cards();
        masked = cards.masked();
        cardRules = cards.rules();
        cardExtent = cards.extent();
        cardsLeft = cards.left();
        cardsLeftBecause = cards.because();
        came = hex(cards.came());
        danger = intake.danger();
        manifest = hex(intake.manifest());
    }

    private void copyFrom(@Nullable Commitment words) {
        var random = words == null ? null : words.salt();
        commitment = words == null ? null : words.digest().hex();
        salt = random == null ? null : random.hex();
    }

    private static @Nullable String hex(@Nullable Sha256 digest) {
        return digest == null ? null : digest.hex();
    }

    private static @Nullable Sha256 digest(@Nullable String hex) {
        return hex == null ? null : new Sha256(hex);
    }

    private void copyFrom(Acquisition acquisition) {
        var drift = acquisition.clockDrift();
        acquiredBy = acquisition.by().reference();
        acquiredAt = acquisition.at();
        receivedAt = acquisition.receivedAt();
        method = acquisition.method();
        tool = acquisition.tool();
        command = acquisition.command();
        source = acquisition.source();
        clockDrift = drift == null ? null : drift.toString();
        coversFrom = acquisition.coversFrom();
        coversTo = acquisition.coversTo();
        covers = acquisition.covers().text();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    Cursor place() {
        return new Cursor(receivedAt, id);
    }

    EvidenceItem toDomain() {
        return new EvidenceItem(
                new EvidenceId(id),
                new IncidentId(incident),
                new StoreId(store),
                label,
                kind,
                title,
                originalName,
                new Sha256(content),
                size,
                intake(),
                acquisition(),
                SaltColumns.commitment(commitment, salt),
                custody.toDomain(),
                version());
    }

    private Intake intake() {
        var cards =
                new CardSearch(
                        cardRules, cardExtent, masked, cardsLeft, cardsLeftBecause, digest(came));
        return new Intake(cards, danger, digest(manifest));
    }

    private Acquisition acquisition() {
        return new Acquisition(
                Actor.of(acquiredBy),
                acquiredAt,
                receivedAt,
                method,
                tool,
                command,
                source,
                clockDrift == null ? null : Duration.parse(clockDrift),
                coversFrom,
                coversTo,
                Coverage.parse(covers));
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(store));
    }
}
