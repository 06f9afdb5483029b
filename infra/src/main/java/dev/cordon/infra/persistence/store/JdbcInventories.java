package dev.cordon.infra.persistence.store;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.store.Inventories;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.Inventory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInventories implements Inventories {

    private final JdbcClient jdbc;

    JdbcInventories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Latest> latest(StoreId store) {
        return latest(store, "select * from inventory where store = ?");
    }

    private Optional<Latest> latest(StoreId store, String sql) {
        return jdbc.sql(sql)
                .param(store.value())
                .query(
                        (row, _) -> {
                            var seen = row.getString("seen");
                            return new Latest(
                                    instant(row, "looked_at"),
                                    row.getLong("version"),
                                    seen == null ? null : InventoryJson.seen(store, seen),
                                    row.getString("stopped_by"));
                        })
                .optional();
    }

    @Override
    public List<Kept> kept(StoreId store, int most) {
        return jdbc.sql(
                        """
                        select version, at from inventory_version where store = ?
                        order by version desc limit ?
                        """)
                .param(store.value())
                .param(most)
                .query((row, _) -> new Kept(row.getLong("version"), instant(row, "at")))
                .list();
    }

    @Override
    public Optional<Inventory> version(StoreId store, long version) {
        return jdbc.sql("select seen from inventory_version where store = ? and version = ?")
                .param(store.value())
                .param(version)
                .query(String.class)
                .optional()
                .map(seen -> InventoryJson.seen(store, seen));
    }

    @Override
    public long seen(Inventory inventory) {
        var store = inventory.store();
        looked(store, inventory.at(), null);
        var before = latest(store, "select * from inventory where store = ? for update");
        long version = before.map(Latest::version).orElse(0L);
        var known = before.map(Latest::inventory).orElse(null);
        var seen = InventoryJson.seen(inventory);
        if (known == null || !inventory.shows(known)) {
            version++;
            jdbc.sql(
                            """
                            insert into inventory_version (store, version, at, seen)
                            values (?, ?, ?, cast(? as jsonb))
                            """)
                    .param(store.value())
                    .param(version)
                    .param(utc(inventory.at()))
                    .param(seen)
                    .update();
        }
        jdbc.sql("update inventory set version = ?, seen = cast(? as jsonb) where store = ?")
                .param(version)
                .param(seen)
                .param(store.value())
                .update();
        return version;
    }

    @Override
    public void stopped(StoreId store, String why, Instant at) {
        looked(store, at, why);
    }

    private void looked(StoreId store, Instant at, @Nullable String why) {
        jdbc.sql(
                        """
                        insert into inventory (store, looked_at, version, stopped_by)
                        values (:store, :at, 0, :why)
                        on conflict (store) do update set
                            looked_at = excluded.looked_at, stopped_by = excluded.stopped_by
                        """)
                .param("store", store.value())
                .param("at", utc(at))
                .param("why", why)
                .update();
    }
}
