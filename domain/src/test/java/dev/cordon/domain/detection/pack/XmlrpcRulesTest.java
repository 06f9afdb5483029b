package dev.cordon.domain.detection.pack;

import static dev.cordon.domain.detection.AlertSeverity.MEDIUM;
import static dev.cordon.domain.detection.AttackKind.CREDENTIAL_STUFFING;
import static dev.cordon.domain.detection.AttackKind.LOGIN_BRUTEFORCE;

import dev.cordon.domain.detection.engine.LogBuilder;
import java.util.List;

class XmlrpcRulesTest extends RuleFileTest {

    private static final String DOOR = "/xmlrpc.php";
    private static final int ONE_FAULT = 403;
    private static final int HUNDREDS = 61_000;

    @Override
    String file() {
        return "xmlrpc.yml";
    }

    @Override
    List<RuleCase> cases() {
        return List.of(
                RuleCase.of("xmlrpc-burst", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("ten in five minutes", calls(10, 33, ONE_FAULT), STRANGER)
                        .harmless("an author's app that uploads a gallery", calls(9, 20, ONE_FAULT))
                        .harmless("Jetpack, all the time", jetpack()),
                RuleCase.of("xmlrpc-slow", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("twenty in ninety minutes", calls(20, 280, ONE_FAULT), STRANGER)
                        .harmless("an author's app all day", calls(40, 600, ONE_FAULT)),
                RuleCase.of("xmlrpc-multicall", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack(
                                "hundreds of passwords in a call",
                                calls(3, 120, HUNDREDS),
                                STRANGER)
                        .harmless("an app that reads two long lists", calls(2, 60, HUNDREDS)),
                RuleCase.of("xmlrpc-crowd", CREDENTIAL_STUFFING, MEDIUM)
                        .attack("one call from each address", crowd(25), strangers(25))
                        .harmless("pingbacks to an article", crowd(24)));
    }

    private static LogBuilder calls(int times, int every, int size) {
        return log().answering(size)
                .times(times, (log, i) -> log.posts(STRANGER, (long) i * every, DOOR, 200));
    }

    private static LogBuilder jetpack() {
        return log().agent("Jetpack by WordPress.com")
                .answering(HUNDREDS)
                .times(
                        200,
                        (log, i) ->
                                log.posts(
                                        "192.0.80.9",
                                        3L * i,
                                        DOOR + "?for=jetpack&token=abc%3A1%3A1&signature=x" + i,
                                        200));
    }

    private static LogBuilder crowd(int addresses) {
        return log().answering(ONE_FAULT)
                .times(addresses, (log, i) -> log.posts(stranger(i), 20L * i, DOOR, 200));
    }
}
