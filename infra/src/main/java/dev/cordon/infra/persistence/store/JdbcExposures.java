package dev.cordon.infra.persistence.store;

import static dev.cordon.infra.persistence.Times.instantOrNull;
import static dev.cordon.infra.persistence.Times.utc;
import static dev.cordon.infra.persistence.Times.utcOrNull;

import dev.cordon.application.store.Exposures;
import dev.cordon.application.store.VulnerabilityFeed;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.vulnerability.Exposure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcExposures implements Exposures {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    JdbcExposures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Stored(
            String vulnerability,
            ItemKind kind,
            String id,
            String item,
            String version,
            String title,
            @Nullable String cve,
            @Nullable Double score,
            @Nullable String link,
            String copyright,
            List<String> patched,
            Instant since) {

        static Stored of(Exposure exposure) {
            return new Stored(
                    exposure.vulnerability(),
                    exposure.key().kind(),
                    exposure.key().id(),
                    exposure.item(),
                    exposure.version(),
                    exposure.title(),
                    exposure.cve(),
                    exposure.score(),
                    exposure.link(),
                    exposure.copyright(),
                    exposure.patched(),
                    exposure.since());
        }

        Exposure toDomain(StoreId store) {
            return new Exposure(
                    store,
                    vulnerability,
                    new InventoryItem.Key(kind, id),
                    item,
                    version,
                    title,
                    cve,
                    score,
                    link,
                    copyright,
                    patched,
                    since);
        }
    }

    @Override
    public List<Exposure> of(StoreId store) {
        return jdbc
                .sql("select exposure from exposure where store = ?")
                .param(store.value())
                .query(String.class)
                .list()
                .stream()
                .map(json -> JSON.readValue(json, Stored.class).toDomain(store))
                .toList();
    }

    @Override
    public void begin(Exposure exposure) {
        jdbc.sql(
                        """
                        insert into exposure (store, digest, since, exposure)
                        values (?, ?, ?, cast(? as jsonb))
                        on conflict do nothing
                        """)
                .param(exposure.store().value())
                .param(digest(exposure))
                .param(utc(exposure.since()))
                .param(JSON.writeValueAsString(Stored.of(exposure)))
                .update();
    }

    @Override
    public void end(Exposure exposure) {
        jdbc.sql("delete from exposure where store = ? and digest = ?")
                .param(exposure.store().value())
                .param(digest(exposure))
                .update();
    }

    @Override
    public Optional<VulnerabilityFeed.Read> lastRead() {
        return jdbc.sql("select at, records, trouble from vulnerability_feed")
                .query(
                        (row, _) ->
                                new VulnerabilityFeed.Read(
                                        instantOrNull(row, "at"),
                                        row.getLong("records"),
                                        row.getString("trouble")))
                .optional();
    }

    @Override
    public void read(VulnerabilityFeed.Read read) {
        jdbc.sql(
                        """
                        insert into vulnerability_feed (at, records, trouble)
                        values (:at, :records, :trouble)
                        on conflict (one) do update set
                            at = excluded.at, records = excluded.records,
                            trouble = excluded.trouble
                        """)
                .param("at", utcOrNull(read.at()))
                .param("records", read.records())
                .param("trouble", read.trouble())
                .update();
    }

    private static String digest(Exposure exposure) {
        return Sha256.of(exposure.name().getBytes(StandardCharsets.UTF_8)).hex();
    }
}
