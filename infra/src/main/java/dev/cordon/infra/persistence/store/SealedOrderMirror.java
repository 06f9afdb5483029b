package dev.cordon.infra.persistence.store;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.instantOrNull;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.store.OrderMirror;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.Window;
import dev.cordon.domain.store.mirror.AccountReading;
import dev.cordon.domain.store.mirror.MirrorPosition;
import dev.cordon.domain.store.mirror.MirrorState;
import dev.cordon.domain.store.mirror.MirroredOrder;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders and accounts as rows, under a key of each store's mirror. */
@Repository
class SealedOrderMirror implements OrderMirror {

    private static final int PIECE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DataKeys keys;

    SealedOrderMirror(JdbcClient jdbc, JdbcTemplate batches, DataKeys keys) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.keys = keys;
    }

    @Override
    public Optional<MirrorState> state(StoreId store) {
        return jdbc.sql(
                        """
                        select s.*,
                            (select count(*) from mirrored_order o where o.store = s.store)
                                as orders,
                            (select count(*) from mirrored_customer c where c.store = s.store)
                                as customers
                        from mirror_state s where s.store = ?
                        """)
                .param(store.value())
                .query(SealedOrderMirror::state)
                .optional();
    }

    @Override
    public void reached(StoreId store, MirrorPosition position, boolean caughtUp, Instant at) {
        jdbc.sql(
                        """
                        insert into mirror_state as s (store, reached, counted, last, caught_up_at)
                        values (:store, :reached, :counted, :last,
                            case when :caughtUp then cast(:at as timestamptz) end)
                        on conflict (store) do update set
                            reached = excluded.reached,
                            counted = excluded.counted,
                            last = excluded.last,
                            caught_up_at = coalesce(excluded.caught_up_at, s.caught_up_at),
                            stopped_by = null,
                            stopped_at = null
                        """)
                .param("store", store.value())
                .param("reached", utc(position.reached()))
                .param("counted", position.counted())
                .param("last", position.last())
                .param("caughtUp", caughtUp)
                .param("at", utc(at))
                .update();
    }

    @Override
    public void stopped(StoreId store, String why, Instant at) {
        jdbc.sql(
                        """
                        insert into mirror_state (store, reached, counted, last, stopped_by,
                            stopped_at)
                        values (:store, :epoch, 0, 0, :why, :at)
                        on conflict (store) do update set
                            stopped_by = excluded.stopped_by,
                            stopped_at = excluded.stopped_at
                        """)
                .param("store", store.value())
                .param("epoch", utc(Instant.EPOCH))
                .param("why", why)
                .param("at", utc(at))
                .update();
    }

    @Override
    public int keep(StoreId store, List<MirroredOrder> orders) {
        if (orders.isEmpty()) {
            return 0;
        }
        var newest = new LinkedHashMap<Long, MirroredOrder>();
        for (var each : orders) {
            newest.merge(each.order().id(), each, SealedOrderMirror::newer);
        }
        var seals = seals(store);
        var rows = new ArrayList<Object[]>();
        for (var each : newest.values()) {
            rows.add(
                    new Object[] {
                        store.value(),
                        each.order().id(),
                        utc(each.order().createdAt()),
                        utc(each.modifiedAt()),
                        seals.seal(each)
                    });
        }
        int before = known(store, newest);
        batches.batchUpdate(
                """
                insert into mirrored_order as known (store, id, created_at, modified_at, sealed)
                values (?, ?, ?, ?, ?)
                on conflict (store, id) do update set
                    created_at = excluded.created_at,
                    modified_at = excluded.modified_at,
                    sealed = excluded.sealed
                    where known.modified_at <= excluded.modified_at
                """,
                rows);
        return newest.size() - before;
    }

    private static MirroredOrder newer(MirroredOrder one, MirroredOrder other) {
        return one.modifiedAt().isAfter(other.modifiedAt()) ? one : other;
    }

    /** How many are kept as they are, or in a newer state. */
    private int known(StoreId store, LinkedHashMap<Long, MirroredOrder> orders) {
        var kept = new int[1];
        jdbc.sql(
                        """
                        select id, modified_at from mirrored_order
                        where store = :store and id in (:ids)
                        """)
                .param("store", store.value())
                .param("ids", orders.keySet())
                .query(
                        row -> {
                            var given = orders.get(row.getLong("id"));
                            if (given != null
                                    && !given.modifiedAt().isAfter(instant(row, "modified_at"))) {
                                kept[0]++;
                            }
                        });
        return kept[0];
    }

    @Override
    public void keepCustomers(StoreId store, List<StoreCustomer> customers, Instant seenAt) {
        var seals = seals(store);
        var sorted = new ArrayList<>(customers);
        sorted.sort(Comparator.comparingLong(StoreCustomer::id));
        batches.batchUpdate(
                """
                insert into mirrored_customer (store, id, seen_at, sealed) values (?, ?, ?, ?)
                on conflict (store, id) do update set
                    seen_at = excluded.seen_at, gone_at = null, sealed = excluded.sealed
                """,
                sorted.stream()
                        .map(
                                each ->
                                        new Object[] {
                                            store.value(), each.id(), utc(seenAt), seals.seal(each)
                                        })
                        .toList());
    }

    @Override
    public void customersReached(StoreId store, AccountReading reading) {
        jdbc.sql(
                        """
                        insert into mirror_state (store, reached, counted, last, accounts_page,
                            accounts_total, accounts_began)
                        values (:store, :epoch, 0, 0, :page, :total, :began)
                        on conflict (store) do update set
                            accounts_page = excluded.accounts_page,
                            accounts_total = excluded.accounts_total,
                            accounts_began = excluded.accounts_began
                        """)
                .param("store", store.value())
                .param("epoch", utc(Instant.EPOCH))
                .param("page", reading.next().page())
                .param("total", reading.total())
                .param("began", utc(reading.began()))
                .update();
    }

    @Override
    public void customersRead(StoreId store, Instant seenAt) {
        jdbc.sql(
                        """
                        update mirrored_customer set gone_at = :at
                        where store = :store and seen_at < :at and gone_at is null
                        """)
                .param("store", store.value())
                .param("at", utc(seenAt))
                .update();
        jdbc.sql(
                        """
                        insert into mirror_state (store, reached, counted, last, customers_at)
                        values (:store, :epoch, 0, 0, :at)
                        on conflict (store) do update set
                            customers_at = excluded.customers_at,
                            accounts_page = null,
                            accounts_total = null,
                            accounts_began = null
                        """)
                .param("store", store.value())
                .param("epoch", utc(Instant.EPOCH))
                .param("at", utc(seenAt))
                .update();
    }

    /** A row as it lies there. */
    private record Row(long id, Instant createdAt, Instant modifiedAt, byte[] sealed) {}

    @Override
    public void orders(StoreId store, Window window, Consumer<List<MirroredOrder>> sink) {
        var key = keys.find(Subject.mirror(store.value()));
        if (key.isEmpty()) {
            return; // nothing was kept yet, or it was ended
        }
        var seals = new MirroredSeals(key.get());
        long after = 0;
        while (true) {
            var rows =
                    jdbc.sql(
                                    """
                                    select * from mirrored_order
                                    where store = :store and id > :after
                                        and created_at >= :from and created_at < :until
                                    order by id limit :piece
                                    """)
                            .param("store", store.value())
                            .param("after", after)
                            .param("from", utc(window.from()))
                            .param("until", utc(window.until()))
                            .param("piece", PIECE)
                            .query(SealedOrderMirror::row)
                            .list();
            if (rows.isEmpty()) {
                return;
            }
            sink.accept(
                    rows.stream()
                            .map(
                                    row ->
                                            seals.order(
                                                    row.id(),
                                                    row.createdAt(),
                                                    row.modifiedAt(),
                                                    row.sealed()))
                            .toList());
            after = rows.getLast().id();
        }
    }

    @Override
    public void customers(StoreId store, Consumer<List<StoreCustomer>> sink) {
        var key = keys.find(Subject.mirror(store.value()));
        if (key.isEmpty()) {
            return; // nothing was kept yet, or it was ended
        }
        var seals = new MirroredSeals(key.get());
        long after = 0;
        while (true) {
            var found =
                    jdbc.sql(
                                    """
                                    select id, sealed from mirrored_customer
                                    where store = :store and id > :after order by id limit :piece
                                    """)
                            .param("store", store.value())
                            .param("after", after)
                            .param("piece", PIECE)
                            .query(
                                    (row, _) ->
                                            seals.customer(
                                                    row.getLong("id"), row.getBytes("sealed")))
                            .list();
            if (found.isEmpty()) {
                return;
            }
            sink.accept(found);
            after = found.getLast().id();
        }
    }

    /** Accounts that the store deleted go as long after that as their orders would. */
    @Override
    public int forget(StoreId store, Instant before) {
        jdbc.sql("delete from mirrored_customer where store = ? and gone_at < ?")
                .param(store.value())
                .param(utc(before))
                .update();
        return jdbc.sql("delete from mirrored_order where store = ? and created_at < ?")
                .param(store.value())
                .param(utc(before))
                .update();
    }

    @Override
    public void end(StoreId store) {
        for (var table : List.of("mirrored_order", "mirrored_customer", "mirror_state")) {
            jdbc.sql("delete from " + table + " where store = ?").param(store.value()).update();
        }
        keys.shred(Subject.mirror(store.value()));
    }

    private MirroredSeals seals(StoreId store) {
        return new MirroredSeals(keys.of(Subject.mirror(store.value())));
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getLong("id"),
                instant(row, "created_at"),
                instant(row, "modified_at"),
                row.getBytes("sealed"));
    }

    private static @Nullable AccountReading accounts(ResultSet row) throws SQLException {
        var began = instantOrNull(row, "accounts_began");
        return began == null
                ? null
                : new AccountReading(
                        new PageCursor(row.getInt("accounts_page")),
                        row.getLong("accounts_total"),
                        began);
    }

    private static MirrorState state(ResultSet row, int index) throws SQLException {
        return new MirrorState(
                new MirrorPosition(
                        instant(row, "reached"), row.getInt("counted"), row.getLong("last")),
                row.getLong("orders"),
                row.getLong("customers"),
                instantOrNull(row, "caught_up_at"),
                instantOrNull(row, "customers_at"),
                accounts(row),
                row.getString("stopped_by"),
                instantOrNull(row, "stopped_at"));
    }
}
