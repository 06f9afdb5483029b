package dev.cordon.infra.http;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests that must not be carried out twice, remembered for a day. Their answers are encrypted:
 * one may show a secret that is shown once.
 */
@Component
class IdempotencyKeys {

    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient database;
    private final DataKeys keys;
    private final InstantSource clock;

    IdempotencyKeys(JdbcClient database, DataKeys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** A key is its owner's: nobody meets another's answers. */
    record Key(String owner, String text) {

        /** Where its answer opens, and nowhere else. */
        private String place() {
            return "idempotency/" + owner + "/" + text;
        }
    }

    /** An answer to give again. */
    record Answer(
            int status, @Nullable String contentType, @Nullable String location, byte[] body) {}

    /** What is known of a key. */
    sealed interface Known {
        /** Nobody used it: it is the caller's now, to carry out and then to answer. */
        record Fresh() implements Known {}

        record Answered(Answer answer) implements Known {}

        /** Still being carried out, or cut off in the middle. */
        record Begun() implements Known {}

        record UsedForAnother() implements Known {}
    }

    /** Claims the key; of two at once, one gets it. */
    Known claim(Key key, Sha256 request) {
        forgetOld();
        var claimed =
                database.sql(
                                """
                                insert into idempotency_key (owner, key, request, begun_at)
                                values (:owner, :key, :request, :now) on conflict do nothing
                                """)
                        .param("owner", key.owner())
                        .param("key", key.text())
                        .param("request", request.hex())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        return claimed == 1 ? new Known.Fresh() : known(key, request);
    }

    private Known known(Key key, Sha256 request) {
        Optional<Stored> stored =
                database.sql(
                                """
                                select request, status, content_type, location, body
                                from idempotency_key where owner = :owner and key = :key
                                """)
                        .param("owner", key.owner())
                        .param("key", key.text())
                        .query(Stored.class)
                        .optional();
        // Given back in this very moment: whoever asks again will find it free.
        if (stored.isEmpty()) {
            return new Known.Begun();
        }
        return stored.get().request().equals(request.hex())
                ? stored.get().known(body -> open(key, body))
                : new Known.UsedForAnother();
    }

    /** Keeps the answer for repetitions. */
    void answered(Key key, Answer answer) {
        database.sql(
                        """
                        update idempotency_key set status = :status, content_type = :type,
                            location = :location, body = :body
                        where owner = :owner and key = :key
                        """)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("body", seal(key, answer.body()))
                .param("owner", key.owner())
                .param("key", key.text())
                .update();
    }

    private byte[] seal(Key key, byte[] body) {
        return keys.of(Subject.answers())
                .seal(key.place(), Base64.getEncoder().encodeToString(body));
    }

    private byte[] open(Key key, byte[] sealed) {
        return Base64.getDecoder().decode(keys.of(Subject.answers()).open(key.place(), sealed));
    }

    /** Nothing was done: the key may be used again. */
    void giveBack(Key key) {
        database.sql("delete from idempotency_key where owner = :owner and key = :key")
                .param("owner", key.owner())
                .param("key", key.text())
                .update();
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        database.sql("delete from idempotency_key where begun_at < :oldest")
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Stored(
            String request,
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String location,
            byte @Nullable [] body) {

        Known known(UnaryOperator<byte[]> opened) {
            return status == null
                    ? new Known.Begun()
                    : new Known.Answered(
                            new Answer(
                                    status,
                                    contentType,
                                    location,
                                    body == null ? new byte[0] : opened.apply(body)));
        }
    }
}
