package dev.cordon.woocommerce.store;

import dev.cordon.application.store.FilePages;
import dev.cordon.application.store.SensorCommands;
import dev.cordon.application.store.SensorOrder;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.ReadBack;
import dev.cordon.domain.store.SensorKey;
import dev.cordon.domain.store.SensorStatus;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFiles;
import dev.cordon.domain.store.StorePage;
import dev.cordon.domain.store.StoreRestKey;
import dev.cordon.domain.store.Window;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Sends each command as JSON to the plugin's route, signed with the store's secret. */
public final class SignedSensorCommands implements SensorCommands, FilePages {

    private static final String ROUTE = "/wp-json/cordon-sensor/v1/command";
    private static final int FILES = 500;
    private static final Duration FARTHEST = Duration.ofDays(1);
    private static final int NONCE_BYTES = 16;

    private final int pageSize;
    private final StoreCalls calls;
    private final StoreCredentials credentials;
    private final InstantSource clock;
    private final Map<StoreId, Duration> offsets = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = JsonMapper.shared();

    public SignedSensorCommands(
            StoreClientSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            InstantSource clock) {
        this.pageSize = settings.pageSize();
        this.calls = new StoreCalls(settings, turns, clock);
        this.credentials = credentials;
        this.clock = clock;
    }

    /** What the plugin reads. */
    private record Asked(String command, Map<String, Object> arguments) {}

    @Override
    public StoreAnswer<SensorStatus> status(Store store) {
        return Reading.one(ask(store, "status", Map.of()), SensorRecords::status);
    }

    @Override
    public StoreAnswer<StorePage<LoginSession>> sessions(
            Store store, Window window, PageCursor from) {
        // WordPress keeps whole seconds and leaves the bounds out.
        var asked = new Window(window.from().truncatedTo(ChronoUnit.SECONDS), window.until());
        var arguments =
                Map.<String, Object>of(
                        "after", asked.from().minusSeconds(1).toString(),
                        "before",
                                asked.until()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .plusSeconds(1)
                                        .toString(),
                        "page", from.page(),
                        "per_page", pageSize);
        return Reading.one(
                ask(store, "sessions", arguments),
                reply -> SensorRecords.sessions(reply, from, pageSize, asked));
    }

    @Override
    public StoreAnswer<ReadBack> endSessions(Store store, long user) {
        return readBack(store, "end_sessions", Map.of("user", user));
    }

    @Override
    public StoreAnswer<ReadBack> revokeApplicationPasswords(Store store, long user) {
        return readBack(store, "revoke_application_passwords", Map.of("user", user));
    }

    @Override
    public StoreAnswer<List<StoreRestKey>> restKeys(Store store) {
        return Reading.one(ask(store, "list_rest_keys", Map.of()), SensorRecords::keys);
    }

    @Override
    public StoreAnswer<ReadBack> revokeRestKey(Store store, long key) {
        return readBack(store, "revoke_rest_key", Map.of("key", key));
    }

    @Override
    public StoreAnswer<ReadBack> deactivatePlugin(Store store, String file) {
        return readBack(store, "deactivate_plugin", Map.of("plugin", file));
    }

    @Override
    public StoreAnswer<Boolean> maintenance(Store store, boolean on) {
        return Reading.one(
                ask(store, "maintenance", Map.of("on", on)), SensorRecords::isMaintenance);
    }

    @Override
    public StoreAnswer<StoreFiles> files(Store store, String folder, String after) {
        return Reading.one(
                ask(store, "hashes", Map.of("folder", folder, "after", after, "limit", FILES)),
                SensorRecords::files);
    }

    @Override
    public StoreAnswer<StoreFiles> page(Store store, String after) {
        return Reading.one(
                ask(store, "inventory_files", Map.of("after", after, "limit", FILES)),
                SensorRecords::files);
    }

    private StoreAnswer<ReadBack> readBack(
            Store store, String command, Map<String, Object> arguments) {
        return Reading.one(ask(store, command, arguments), SensorRecords::readBack);
    }

    private StoreAnswer<StoreReply> ask(
            Store store, String command, Map<String, Object> arguments) {
        var key = credentials.of(store.id()).sensor();
        if (key == null) {
            return new StoreAnswer.Failed<>(new StoreFailure.NoCredential("sensor plugin"));
        }
        var answer = send(store, key, command, arguments);
        return isOfAnotherTime(store, answer) ? send(store, key, command, arguments) : answer;
    }

    /**
     * A store whose clock is wrong says what time it is there, to whoever signed rightly: orders
     * are dated by that from now on. A clock that is off by more than a day is nobody's mistake.
     */
    private boolean isOfAnotherTime(Store store, StoreAnswer<StoreReply> answer) {
        if (answer
                        instanceof
                        StoreAnswer.Failed<StoreReply>(StoreFailure.SensorRefused(var _, var there))
                && there != null) {
            var offset = Duration.between(clock.instant(), there);
            if (offset.abs().compareTo(FARTHEST) <= 0) {
                offsets.put(store.id(), offset);
                return true;
            }
        }
        return false;
    }

    private StoreAnswer<StoreReply> send(
            Store store, SensorKey key, String command, Map<String, Object> arguments) {
        var order =
                new SensorOrder(
                        SensorKey.door(store.id()),
                        clock.instant().plus(offsets.getOrDefault(store.id(), Duration.ZERO)),
                        nonce(),
                        json.writeValueAsBytes(new Asked(command, arguments)));
        var headers =
                Map.of(
                        "Cordon-Timestamp", order.timestamp(),
                        "Cordon-Nonce", order.nonce(),
                        "Cordon-Signature", order.signature(key));
        return calls.post(store.url(), ROUTE, headers, order.body());
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
