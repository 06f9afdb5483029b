package dev.cordon.infra.http;

import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.AddLogSource;
import dev.cordon.application.detection.DetectionBell;
import dev.cordon.application.detection.LimitSource;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.store.AddStore;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Role;
import dev.cordon.domain.store.ContactAddress;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Stores in care, each with a log, and the recorded attack on them. */
@TestComponent
class Shop {

    /** How many addresses the recorded attack comes from. */
    private static final int ATTACKERS = 40;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final AddStore addStore;
    private final AddLogSource addLogSource;
    private final LimitSource limitSource;
    private final DetectionBell bell;
    private final LogSpool spool;
    private final TestClock clock;
    private final Tokens tokens;
    private final Api api;

    Shop(
            AddStore addStore,
            AddLogSource addLogSource,
            LimitSource limitSource,
            DetectionBell bell,
            LogSpool spool,
            TestClock clock,
            Tokens tokens,
            Api api) {
        this.addStore = addStore;
        this.addLogSource = addLogSource;
        this.limitSource = limitSource;
        this.bell = bell;
        this.spool = spool;
        this.clock = clock;
        this.tokens = tokens;
        this.api = api;
    }

    /** A store that was taken into care. */
    record InCare(StoreId id, String source) {}

    InCare open() {
        var number = COUNT.incrementAndGet();
        return open("shop-" + number);
    }

    /** One whose log source is called so. */
    InCare open(String source) {
        return tokens.as("adam", Role.ADMINISTRATOR, () -> add(source));
    }

    private InCare add(String source) {
        var profile =
                new Store.Profile(
                        "Store of " + source,
                        StoreUrl.of("http://127.0.0.1:1/" + source),
                        StoreEnvironment.PRODUCTION,
                        ZoneOffset.UTC,
                        Locale.ENGLISH,
                        new ContactAddress("privacy@shop.example"));
        var outcome = addStore.add(new AddStore.Command(profile, StoreAccess.NONE));
        return log(((AddStore.Outcome.Added) outcome).id(), source);
    }

    private InCare log(StoreId id, String source) {
        addLogSource.add(
                new AddLogSource.Command(
                        new SourceId(source),
                        id,
                        "Access log",
                        LogFormat.COMBINED,
                        ZoneOffset.UTC,
                        Mode.LIVE));
        return new InCare(id, source);
    }

    /** The same store, with another log. */
    InCare anotherLog(InCare store) {
        var source = "shop-" + COUNT.incrementAndGet();
        return tokens.as("adam", Role.ADMINISTRATOR, () -> log(store.id(), source));
    }

    /** From now on the log may send so much, in bytes. */
    void limit(InCare store, long bytesPerSecond, long burst) {
        var command =
                new LimitSource.Command(
                        new SourceId(store.source()), Version.NEW, bytesPerSecond, burst);
        tokens.as(
                "adam",
                Role.ADMINISTRATOR,
                () -> {
                    limitSource.limit(command);
                    return true;
                });
    }

    /** Sends the recorded attack in, and answers the alert that it raised, once it is whole. */
    UUID attacked(InCare store) {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var answer =
                api.post("/ingest/v1/" + store.source() + "/lines")
                        .token(adam)
                        .bytes("text/plain", recordedAttack())
                        .send();
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.http().body());
        }
        return await().until(() -> wholeAlert(store, adam), Objects::nonNull);
    }

    /** Detection may have read a part of the attack first. */
    private @Nullable UUID wholeAlert(InCare store, String token) {
        var alerts = api.get("/api/v1/alerts?store=" + store.id()).token(token).send().json();
        for (var alert : alerts.path("items")) {
            if (alert.path("addresses").size() == ATTACKERS) {
                return UUID.fromString(alert.path("id").asString());
            }
        }
        return null;
    }

    /** The store's attack, made an incident. */
    UUID incident(InCare store) {
        var rita = tokens.of("rita", Role.RESPONDER);
        var alert = "/api/v1/alerts/" + attacked(store);
        return UUID.fromString(
                api.post(alert + "/escalate")
                        .token(rita)
                        .seen(api.get(alert).token(rita).send().header("ETag"))
                        .json("{\"title\":\"Accounts entered\"}")
                        .send()
                        .text("incident"));
    }

    /** Returns once detection has read all that a log sent, and stored what it showed. */
    void awaitStored(InCare store) {
        await().pollInterval(Duration.ofMillis(250)).until(() -> isStored(store));
    }

    /** It is stored a minute after its engine began, which may be later than the first leap. */
    private boolean isStored(InCare store) throws IOException {
        clock.forward(Duration.ofSeconds(62));
        bell.ring(store.id(), Mode.LIVE);
        return spool.pieces(new SourceId(store.source())).getFirst().mayGo();
    }

    static byte[] recordedAttack() {
        try (var log =
                Shop.class.getResourceAsStream("/detection/credential-stuffing/access.log")) {
            return log.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
