package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.StoreAcquisitions;
import dev.cordon.domain.evidence.EvidenceEvent.AcquisitionCancelled;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.evidence.acquisition.Pace;
import dev.cordon.domain.evidence.acquisition.StoreAcquisition;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Consequences;
import dev.cordon.infra.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStoreAcquisitions implements StoreAcquisitions {

    private static final String ALL =
            """
            select a.*, s.survey, s.parts, s.ended_at
            from store_acquisition a join store_acquisition_state s on s.acquisition = a.id
            """;

    private final JdbcClient jdbc;
    private final Consequences consequences;

    JdbcStoreAcquisitions(JdbcClient jdbc, Consequences consequences) {
        this.jdbc = jdbc;
        this.consequences = consequences;
    }

    @Override
    public void ask(Transition<StoreAcquisition> change) {
        var asked = change.state();
        jdbc.sql(
                        """
                        insert into store_acquisition (id, incident, store, sources, pace, purpose,
                            because, asked_by, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(asked.id().value())
                .param(asked.incident().value())
                .param(asked.store().value())
                .param(asked.sources().stream().sorted().map(Enum::name).toArray(String[]::new))
                .param(asked.pace().name())
                .param(asked.purpose())
                .param(asked.because())
                .param(asked.by().reference())
                .param(Times.utc(asked.askedAt()))
                .update();
        jdbc.sql(
                        """
                        insert into store_acquisition_state (acquisition, parts)
                        values (?, cast(? as jsonb))
                        """)
                .param(asked.id().value())
                .param(StoreAcquisitionJson.parts(asked.parts()))
                .update();
        consequences.of(change);
    }

    @Override
    public Optional<StoreAcquisition> find(AcquisitionId id, StoreScope scope) {
        return jdbc.sql(ALL + " where a.id = ?")
                .param(id.value())
                .query(JdbcStoreAcquisitions::toDomain)
                .optional()
                .filter(found -> scope.covers(found.store()));
    }

    @Override
    public List<StoreAcquisition> of(IncidentId incident) {
        return jdbc.sql(ALL + " where a.incident = ? order by a.asked_at desc, a.id desc")
                .param(incident.value())
                .query(JdbcStoreAcquisitions::toDomain)
                .list();
    }

    @Override
    public void save(StoreAcquisition now) {
        jdbc.sql(
                        """
                        update store_acquisition_state set survey = cast(? as jsonb),
                            parts = cast(? as jsonb), ended_at = ?
                        where acquisition = ?
                        """)
                .param(StoreAcquisitionJson.survey(now.survey()))
                .param(StoreAcquisitionJson.parts(now.parts()))
                .param(Times.utcOrNull(now.endedAt()))
                .param(now.id().value())
                .update();
    }

    @Override
    public void end(Transition<StoreAcquisition> change) {
        save(change.state());
        consequences.of(change);
    }

    @Override
    public void cancel(StoreAcquisition acquisition, Actor.Person by, Instant at) {
        int cancelled =
                jdbc.sql(
                                """
                                update store_acquisition_state
                                set cancelled_by = ?, cancelled_at = ?
                                where acquisition = ? and cancelled_at is null and ended_at is null
                                """)
                        .param(by.reference())
                        .param(Times.utc(at))
                        .param(acquisition.id().value())
                        .update();
        if (cancelled > 0) {
            var fact = new AcquisitionCancelled(acquisition.incident(), acquisition.id(), at, by);
            consequences.of(Transition.to(acquisition, fact));
        }
    }

    @Override
    public boolean isCancelled(AcquisitionId id) {
        return jdbc.sql(
                        """
                        select cancelled_at is not null from store_acquisition_state
                        where acquisition = ?
                        """)
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void waits(AcquisitionId id, @Nullable String why) {
        jdbc.sql("update store_acquisition_state set waits = ? where acquisition = ?")
                .param(why)
                .param(id.value())
                .update();
    }

    @Override
    public Optional<String> waits(AcquisitionId id) {
        return jdbc.sql(
                        """
                        select waits from store_acquisition_state
                        where acquisition = ? and waits is not null
                        """)
                .param(id.value())
                .query(String.class)
                .optional();
    }

    @Override
    public void came(AcquisitionId id, Reading reading) {
        jdbc.sql(
                        """
                        update store_acquisition_state set came = ?, reading_since = ?
                        where acquisition = ?
                        """)
                .param(reading.bytes())
                .param(Times.utc(reading.since()))
                .param(id.value())
                .update();
    }

    @Override
    public Optional<Reading> reading(AcquisitionId id) {
        return jdbc.sql(
                        """
                        select came, reading_since from store_acquisition_state
                        where acquisition = ? and reading_since is not null
                        """)
                .param(id.value())
                .query(
                        (row, _) ->
                                new Reading(
                                        row.getLong("came"), Times.instant(row, "reading_since")))
                .optional();
    }

    private static StoreAcquisition toDomain(ResultSet row, int index) throws SQLException {
        return new StoreAcquisition(
                new AcquisitionId(row.getObject("id", UUID.class)),
                new IncidentId(row.getObject("incident", UUID.class)),
                new StoreId(row.getObject("store", UUID.class)),
                sources(row),
                Pace.valueOf(row.getString("pace")),
                row.getString("purpose"),
                row.getString("because"),
                new Actor.Person(Actor.of(row.getString("asked_by")).name()),
                Times.instant(row, "asked_at"),
                StoreAcquisitionJson.survey(row.getString("survey")),
                StoreAcquisitionJson.parts(row.getString("parts")),
                Times.instantOrNull(row, "ended_at"));
    }

    private static Set<StoreSource> sources(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("sources").getArray())
                .map(StoreSource::valueOf)
                .collect(Collectors.toSet());
    }
}
