package dev.cordon.infra.http;

import static org.awaitility.Awaitility.await;

import dev.cordon.domain.people.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A log file that the program follows is watched, before and after it is rotated. */
@ApiTest
class TailIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Path LOG = FollowedFiles.LOG;

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    TailIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
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
        await().atMost(SOON)
                .until(() -> alerts.send().json().at("/items/0/addresses").size() == 40);
        var source = api.get("/api/v1/sources/" + store.source()).token(adam);
        await().atMost(SOON)
                .until(() -> source.send().json().at("/counts/bytes").asLong() == attack.length);
    }
}
