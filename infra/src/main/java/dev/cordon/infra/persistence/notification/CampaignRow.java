package dev.cordon.infra.persistence.notification;

import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Channel;
import dev.cordon.domain.notification.RecipientList;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.envers.Audited;

@Entity
@Table(name = "campaign")
@Audited
class CampaignRow implements AuditedRow<Campaign> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private UUID incident = new UUID(0, 0);
    private UUID store = new UUID(0, 0);
    private UUID determination = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private Channel channel = Channel.EMAIL;

    private String texts = "{}";
    private int recipients;

    @Column(name = "recipients_hash")
    private String recipientsHash = "";

    private String authors = "";

    @Embedded private PhaseColumns phase = PhaseColumns.NONE;

    protected CampaignRow() {}

    CampaignRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(Campaign campaign) {
        incident = campaign.incident().value();
        store = campaign.store().value();
        determination = campaign.determination().value();
        channel = campaign.channel();
        texts = TextsJson.write(campaign.texts());
        recipients = campaign.recipients().count();
        recipientsHash = campaign.recipients().hash().hex();
        authors = String.join(" ", new TreeSet<>(campaign.authors()));
        phase = PhaseColumns.of(campaign.phase());
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    Campaign toDomain() {
        return new Campaign(
                new CampaignId(id),
                new IncidentId(incident),
                new StoreId(store),
                new DeterminationId(determination),
                channel,
                TextsJson.read(texts),
                new RecipientList(recipients, new Sha256(recipientsHash)),
                Set.of(authors.split(" ")),
                phase.toDomain(),
                version());
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(store));
    }
}
