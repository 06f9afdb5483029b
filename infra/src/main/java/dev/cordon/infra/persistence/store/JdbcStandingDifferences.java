package dev.cordon.infra.persistence.store;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.store.StandingDifferences;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.ItemKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStandingDifferences implements StandingDifferences {

    private final JdbcClient jdbc;

    JdbcStandingDifferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Standing> of(StoreId store) {
        return jdbc.sql("select kind, name, since from standing_difference where store = ?")
                .param(store.value())
                .query(
                        (row, _) ->
                                new Standing(
                                        ItemKind.valueOf(row.getString("kind")),
                                        row.getString("name"),
                                        instant(row, "since")))
                .list();
    }

    @Override
    public void begin(StoreId store, Standing difference) {
        jdbc.sql(
                        """
                        insert into standing_difference (store, digest, kind, name, since)
                        values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .param(store.value())
                .param(digest(difference))
                .param(difference.kind().name())
                .param(difference.name())
                .param(utc(difference.since()))
                .update();
    }

    @Override
    public void end(StoreId store, Standing difference) {
        jdbc.sql("delete from standing_difference where store = ? and digest = ?")
                .param(store.value())
                .param(digest(difference))
                .update();
    }

    private static String digest(Standing difference) {
        return Sha256.of(difference.name().getBytes(StandardCharsets.UTF_8)).hex();
    }
}
