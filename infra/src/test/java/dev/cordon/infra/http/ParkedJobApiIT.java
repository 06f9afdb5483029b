package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ApiTest
class ParkedJobApiIT {

    private static final String PATH = "/api/v1/parked-jobs";

    private final Api api;
    private final Tokens tokens;
    private final JdbcClient jdbc;

    ParkedJobApiIT(Api api, Tokens tokens, JdbcClient jdbc) {
        this.api = api;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    @Test
    void anAdministratorSeesWhatIsParkedAndTakesItUpOnce() {
        var subject = parked();
        var adam = tokens.of("adam", Role.ADMINISTRATOR);

        var listed = find(api.get(PATH).token(adam).send(), subject);
        var takeUp = PATH + "/" + listed.get("id").asString() + "/take-up";
        var taken = api.post(takeUp).token(adam).send();
        var again = api.post(takeUp).token(adam).send();

        assertThat(listed.get("job").asString()).isEqualTo("dispatch-campaign");
        assertThat(listed.get("failures").asInt()).isEqualTo(12);
        assertThat(listed.get("parkedAt").asString()).startsWith("2026-11-24T");
        assertThat(listed.get("failure").asString())
                .contains("refused")
                .doesNotContain("hunter2", "mia@");
        assertThat(taken.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(404);
        assertThat(find(api.get(PATH).token(adam).send(), subject)).isNull();
        assertThat(asked(subject)).isOne();
        assertThat(takenUp(subject)).containsExactly("person:adam TakeUpParkedJob");
    }

    /** By whom, and in which use case; the revision is a leaf of the ledger. */
    private List<String> takenUp(UUID subject) {
        return jdbc.sql(
                        """
                        select taken_up_by || ' ' || use_case from taken_up_job_aud a
                        join revision r on r.rev = a.rev where subject = ?
                        """)
                .param(subject)
                .query(String.class)
                .list();
    }

    @Test
    void theAuditorReadsAndNobodyElseComesNear() {
        var subject = parked();
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var listed = find(api.get(PATH).token(adam).send(), subject);
        var takeUp = PATH + "/" + listed.get("id").asString() + "/take-up";

        for (var role : EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR))) {
            var token = tokens.of("who-" + role.id(), role);
            int reads = role == Role.AUDITOR ? 200 : 403;
            assertThat(api.get(PATH).token(token).send().status()).as(role.id()).isEqualTo(reads);
            assertThat(api.post(takeUp).token(token).send().status()).as(role.id()).isEqualTo(403);
        }
        assertThat(asked(subject)).isZero();
    }

    @Test
    void whoeverCaresForSomeStoresSeesNothingOfIt() {
        var subject = parked();
        var scope = new StoreScope.Only(Set.of(new StoreId(new UUID(0, 404))));
        var part =
                tokens.of("adam", EnumSet.allOf(Permission.class), scope, Role.ADMINISTRATOR)
                        .secret();

        assertThat(api.get(PATH).token(part).send().status()).isEqualTo(404);
        assertThat(api.post(PATH + "/" + id(subject) + "/take-up").token(part).send().status())
                .isEqualTo(404);
        assertThat(asked(subject)).isZero();
    }

    private UUID parked() {
        var subject = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into parked_job (job, instance, subject, failures, failure, parked_at)
                        values ('dispatch-campaign', ?, ?, 12,
                            'refused mia@customer.example at https://cordon:hunter2@shop.example',
                            '2026-11-24T09:00:00Z')
                        """)
                .param(subject + "/1")
                .param(subject)
                .update();
        return subject;
    }

    private UUID id(UUID subject) {
        return jdbc.sql("select id from parked_job where subject = ?")
                .param(subject)
                .query(UUID.class)
                .single();
    }

    private int asked(UUID subject) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_instance like ? || '/%'")
                .param(subject.toString())
                .query(Integer.class)
                .single();
    }

    private static @Nullable JsonNode find(Api.Answer answer, UUID subject) {
        assertThat(answer.status()).isEqualTo(200);
        for (var one : answer.json()) {
            if (one.get("subject").asString().equals(subject.toString())) {
                return one;
            }
        }
        return null;
    }
}
