package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
import org.junit.jupiter.api.Test;

@ApiTest
class RecoveryKeyApiIT {

    private static final String PATH = "/api/v1/recovery-key";

    private final Api api;
    private final Tokens tokens;

    RecoveryKeyApiIT(Api api, Tokens tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    @Test
    void whoReplacesOneNamesIt() {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var before = api.get(PATH).token(adam).send();
        var first = put(before.json().get("made").asBoolean() ? before.text("id") : null, adam);

        var unnamed = put(null, adam);
        var another = put("0".repeat(first.text("id").length()), adam);
        var kept = api.get(PATH).token(adam).send().text("id");
        var second = put(first.text("id"), adam);

        assertThat(first.status()).isEqualTo(200);
        assertThat(unnamed.status()).isEqualTo(409);
        assertThat(unnamed.text("refusal")).isEqualTo("ANOTHER_COUNTS");
        assertThat(another.status()).isEqualTo(409);
        assertThat(kept).isEqualTo(first.text("id"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("id")).isNotEqualTo(first.text("id"));
    }

    @Test
    void whoIsNoAdministratorMakesNone() {
        var rita = tokens.of("rita", Role.RESPONDER);

        assertThat(put(null, rita).status()).isEqualTo(403);
    }

    private Api.Answer put(String instead, String token) {
        return api.put(PATH + (instead == null ? "" : "?instead=" + instead)).token(token).send();
    }
}
