package dev.cordon.infra.persistence;

import dev.cordon.domain.incident.Incident;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a determination and notices into the database, for what belongs to one. */
public final class StoredCampaign {

    private final StoredIncident incident;
    private final JdbcClient jdbc;

    StoredCampaign(StoredIncident incident, JdbcClient jdbc) {
        this.incident = incident;
        this.jdbc = jdbc;
    }

    public void store(UUID... campaigns) {
        var stored = incident.store();
        var determination = new UUID(0, 5);
        jdbc.sql(
                        """
                        insert into determination (id, version, incident, store, exposed_from,
                            exposed_until, addresses, accepted_logins, phase, at)
                        values (?, 0, ?, ?, 'epoch', 'epoch', '', 0, 'REQUESTED', 'epoch')
                        """)
                .params(determination, stored.id().value(), stored.store().value())
                .update();
        for (var campaign : campaigns) {
            store(campaign, stored, determination);
        }
    }

    private void store(UUID campaign, Incident stored, UUID determination) {
        jdbc.sql(
                        """
                        insert into campaign (id, version, incident, store, determination, channel,
                            texts, recipients, recipients_hash, authors, phase)
                        values (?, 0, ?, ?, ?, 'EMAIL', '{}', 0, '', '', 'DRAFT')
                        """)
                .params(campaign, stored.id().value(), stored.store().value(), determination)
                .update();
    }
}
