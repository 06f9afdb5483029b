package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A log file that the program follows is watched, before and after it is rotated. */
@ApiTest
class TailIT {

    private static final Path LOG = FollowedFiles.LOG;

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final LogSpool spool;
    private final TestClock clock;

    TailIT(Api api, Tokens tokens, Shop shop, LogSpool spool, TestClock clock) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.spool = spool;
        this.clock = clock;
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void theAttackInAFileThatIsRotatedMeanwhileIsOneAlert() throws Exception {
        var attack = Shop.recordedAttack();
        int half = attack.length / 2;
        Files.write(LOG, Arrays.copyOf(attack, half)); // there before its source is

        var store = shop.open(FollowedFiles.SOURCE);
        var rotated = Files.move(LOG, LOG.resolveSibling("access.log.1"));
        Files.write(
                rotated,
                Arrays.copyOfRange(attack, half, attack.length),
                StandardOpenOption.APPEND);
        Files.write(LOG, new byte[0]);

        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var alerts = api.get("/api/v1/alerts?store=" + store.id()).token(adam);
        await().until(() -> alerts.send().json().at("/items/0/addresses").size() == 40);
        var source = api.get("/api/v1/sources/" + store.source()).token(adam);
        await().until(() -> source.send().json().at("/counts/bytes").asLong() == attack.length);
    }

    @Test
    void aFileThatGrowsFasterThanItsLogMayIsReadMoreSlowlyAndWhole() throws Exception {
        var store = shop.open(FollowedFiles.SLOW_SOURCE);
        shop.limit(store, 1024, 1024);
        var lines = ("x".repeat(99) + "\n").repeat(40_000).getBytes(US_ASCII);

        Files.write(FollowedFiles.SLOW_LOG, lines);
        await().until(() -> kept(store) > 0);
        await().during(Duration.ofSeconds(2)).until(() -> kept(store) < lines.length / 2);

        await().until(
                        () -> {
                            clock.forward(Duration.ofMinutes(10));
                            return kept(store) == lines.length;
                        });
    }

    private long kept(Shop.InCare store) throws IOException {
        return spool.kept(new SourceId(store.source())).to();
    }
}
