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
                                calls(4, 120, HUNDREDS),
                                STRANGER)
                        .harmless("an app that reads three long lists", calls(3, 60, HUNDREDS))
                        .harmless(
                                "an app that reads long lists and writes",
                                calls(6, 90, HUNDREDS)
                                        .answering(ONE_FAULT)
                                        .posts(STRANGER, 5, DOOR, 200)
                                        .posts(STRANGER, 50, DOOR, 200)
                                        .posts(STRANGER, 100, DOOR, 200)),
                RuleCase.of("xmlrpc-crowd", CREDENTIAL_STUFFING, MEDIUM)
                        .attack(
                                "a tool that looks at a page first",
                                crowd(25, 20, 20),
                                strangers(25))
                        .harmless("pingbacks to an article", crowd(19, 0, 20))
                        .harmless("authors with the app, all day", crowd(60, 60, 300)),
                RuleCase.of("xmlrpc-crowd-slow", CREDENTIAL_STUFFING, MEDIUM)
                        .attack("one call from each address", crowd(20, 0, 900), strangers(20))
                        .harmless("pingbacks to an article", crowd(19, 0, 900))
                        .harmless("authors who read the shop too", crowd(60, 60, 300)));
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

    /** The first of them look at a page before. */
    private static LogBuilder crowd(int addresses, int looking, int every) {
        return log().answering(ONE_FAULT)
                .times(
                        addresses,
                        (log, i) -> {
                            if (i < looking) {
                                log.views(stranger(i), (long) i * every, "/shop/");
                            }
                            log.posts(stranger(i), (long) i * every + 1, DOOR, 200);
                        });
    }
}
