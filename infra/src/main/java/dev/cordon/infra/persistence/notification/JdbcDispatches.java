package dev.cordon.infra.persistence.notification;

import dev.cordon.application.notification.DispatchState;
import dev.cordon.application.notification.Dispatches;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.infra.persistence.Times;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDispatches implements Dispatches {

    private final JdbcClient jdbc;

    JdbcDispatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(CampaignId campaign, DispatchState state) {
        jdbc.sql(
                        """
                        insert into dispatch (campaign, kind, why, next, at) values (?, ?, ?, ?, ?)
                        on conflict (campaign) do update set kind = excluded.kind,
                            why = excluded.why, next = excluded.next, at = excluded.at
                        """)
                .param(campaign.value())
                .param(state.kind().name())
                .param(state.why())
                .param(Times.utcOrNull(state.next()))
                .param(Times.utc(state.at()))
                .update();
    }

    @Override
    public Optional<DispatchState> find(CampaignId campaign) {
        return jdbc.sql("select * from dispatch where campaign = ?")
                .param(campaign.value())
                .query(
                        (row, _) ->
                                new DispatchState(
                                        DispatchState.Kind.valueOf(row.getString("kind")),
                                        row.getString("why"),
                                        Times.instantOrNull(row, "next"),
                                        Times.instant(row, "at")))
                .optional();
    }
}
