package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.store.AddStore;
import dev.cordon.application.store.GiveOutSensor;
import dev.cordon.application.store.InventoryQueries;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.application.store.TakeInventory;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Role;
import dev.cordon.domain.store.ContactAddress;
import dev.cordon.domain.store.SensorKey;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreUrl;
import dev.cordon.domain.store.inventory.Inventory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The store that runs in the real WordPress, in care since the first of its tests. */
final class SensorSteps {

    /** Whatever was waited for is over. */
    static final String SEND_NOW =
            "Cordon\\Sensor\\State::write( array( 'wait' => 0, 'failures' => 0, 'sent' => 0 ) );";

    private static @Nullable StoreId inCare;

    private final ApplicationContext program;
    private final Api api;
    private final Tokens tokens;
    private final WordPress wordPress = WordPressServer.running();

    SensorSteps(ApplicationContext program) {
        this.program = program;
        this.api = program.getBean(Api.class);
        this.tokens = program.getBean(Tokens.class);
    }

    /** Takes it into care if it is not, and has its sensor send to this program at once. */
    void begin() throws IOException {
        program.getBean(TestClock.class).reset();
        wordPress.ahead(0);
        Files.deleteIfExists(wordPress.site().resolve("wp-content/test-most"));
        if (inCare == null) {
            inCare = takeIntoCare();
            wordPress.upload(zip(), cordon());
            wordPress.php(
                    "activate_plugin( 'cordon-sensor/cordon-sensor.php' );"
                            + "activate_plugin( 'pretend-shop/pretend-shop.php' );");
        }
        wordPress.sendTo(cordon());
        wordPress.php("delete_option( 'cordon_sensor_maintenance' );" + SEND_NOW);
        wordPress.beat();
    }

    /** What the door took so far, without heartbeats. */
    List<JsonNode> told() {
        var source = new SourceId(SensorKey.door(inCare()));
        var spool = program.getBean(LogSpool.class);
        try (var lines = spool.open(source, spool.kept(source))) {
            return new String(lines.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .filter(line -> !line.at("/activity_name").asString().endsWith("heartbeat"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> since(int before, String... words) {
        return told().stream()
                .skip(before)
                .filter(
                        each ->
                                words.length == 0
                                        || List.of(words)
                                                .contains(each.at("/activity_name").asString()))
                .toList();
    }

    List<String> wordsSince(int before) {
        return since(before).stream().map(each -> each.at("/activity_name").asString()).toList();
    }

    HttpResponse<String> checkout(String card, int order) throws IOException, InterruptedException {
        return wordPress.post(
                "/wp-json/wc/store/v1/checkout",
                "{\"card\":\"%s\",\"order\":%d,\"payment_method\":\"dummy\"}"
                        .formatted(card, order),
                Map.of("Content-Type", "application/json"));
    }

    String cordon() {
        return "http://127.0.0.1:" + api.port();
    }

    StoreId inCare() {
        return requireNonNull(inCare);
    }

    SensorKey key() {
        var credentials = program.getBean(StoreCredentials.class);
        return requireNonNull(
                program.getBean(TransactionTemplate.class)
                        .execute(_ -> credentials.of(inCare()).sensor()));
    }

    Store store() {
        var stores = program.getBean(StoreQueries.class);
        return tokens.as("adam", Role.ADMINISTRATOR, () -> stores.store(inCare()).store());
    }

    void lookThrough(boolean files) {
        var take = program.getBean(TakeInventory.class);
        var command = new TakeInventory.Command(inCare(), files);
        tokens.as(
                "adam",
                Role.ADMINISTRATOR,
                () -> {
                    take.take(command);
                    return true;
                });
    }

    Inventory inventory() {
        var queries = program.getBean(InventoryQueries.class);
        var shown =
                tokens.as("adam", Role.ADMINISTRATOR, () -> queries.inventory(inCare()).latest());
        return requireNonNull(requireNonNull(shown).inventory());
    }

    byte[] zip() {
        var store = store();
        var giveOut = program.getBean(GiveOutSensor.class);
        var command = new GiveOutSensor.Command(store.id(), store.version());
        var given = tokens.as("adam", Role.ADMINISTRATOR, () -> giveOut.giveOut(command));
        return ((GiveOutSensor.Outcome.Given) given).zip();
    }

    private StoreId takeIntoCare() {
        var profile =
                new Store.Profile(
                        "Fjord Shop",
                        StoreUrl.of(wordPress.url()),
                        StoreEnvironment.PRODUCTION,
                        ZoneOffset.UTC,
                        Locale.ENGLISH,
                        new ContactAddress("privacy@shop.example"));
        var addStore = program.getBean(AddStore.class);
        var command = new AddStore.Command(profile, StoreAccess.NONE);
        var added = tokens.as("adam", Role.ADMINISTRATOR, () -> addStore.add(command));
        return ((AddStore.Outcome.Added) added).id();
    }
}
