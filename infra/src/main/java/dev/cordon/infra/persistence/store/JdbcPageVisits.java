package dev.cordon.infra.persistence.store;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.store.PageVisits;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.domain.store.paymentpage.StandingFindings;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPageVisits implements PageVisits {

    private final JdbcClient jdbc;

    JdbcPageVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Latest> latest(StoreId store) {
        return jdbc.sql("select * from page_visit where store = ?")
                .param(store.value())
                .query(
                        (row, _) -> {
                            var visit = row.getString("visit");
                            return new Latest(
                                    instant(row, "tried_at"),
                                    visit == null ? null : PaymentPageJson.visit(store, visit),
                                    row.getString("stopped_by"),
                                    row.getLong("visits"),
                                    instant(row, "since"),
                                    PaymentPageJson.standing(row.getString("standing")),
                                    row.getInt("failed"));
                        })
                .optional();
    }

    @Override
    public void seen(PageVisit visit, StandingFindings standing) {
        tried(
                visit.store(),
                visit.at(),
                PaymentPageJson.visit(visit),
                PaymentPageJson.standing(standing),
                null);
    }

    @Override
    public void stopped(StoreId store, String why, Instant at) {
        tried(store, at, null, null, why);
    }

    private void tried(
            StoreId store,
            Instant at,
            @Nullable String visit,
            @Nullable String standing,
            @Nullable String why) {
        jdbc.sql(
                        """
                        insert into page_visit as v (store, tried_at, visit, stopped_by, visits,
                            since, standing, failed)
                        values (:store, :at, cast(:visit as jsonb), :why,
                            case when cast(:visit as jsonb) is null then 0 else 1 end, :at,
                            coalesce(cast(:standing as jsonb), '{}'),
                            case when cast(:visit as jsonb) is null then 1 else 0 end)
                        on conflict (store) do update set
                            tried_at = excluded.tried_at,
                            visit = coalesce(excluded.visit, v.visit),
                            stopped_by = excluded.stopped_by,
                            visits = v.visits + excluded.visits,
                            standing = coalesce(cast(:standing as jsonb), v.standing),
                            failed = case when excluded.visit is null then v.failed + 1 else 0 end
                        """)
                .param("store", store.value())
                .param("at", utc(at))
                .param("visit", visit)
                .param("standing", standing)
                .param("why", why)
                .update();
    }

    @Override
    public void keep(StoreId store, Sha256 page, byte[] html, Instant at) {
        jdbc.sql(
                        """
                        insert into kept_page (store, page, at, html) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .param(store.value())
                .param(page.hex())
                .param(utc(at))
                .param(html)
                .update();
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql(
                        """
                        delete from kept_page page where at < ? and not exists (
                            select 1 from alert_original original
                            where original.store = page.store and original.form = 'PAGE'
                                and original.content = decode(page.page, 'hex'))
                        """)
                .param(utc(before))
                .update();
    }

    @Override
    public Optional<byte[]> kept(StoreId store, String sha256) {
        return jdbc.sql("select html from kept_page where store = ? and page = ?")
                .param(store.value())
                .param(sha256)
                .query(byte[].class)
                .optional();
    }
}
