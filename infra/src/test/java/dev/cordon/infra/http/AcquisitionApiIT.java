package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cordon.application.evidence.TakeFromStore;
import dev.cordon.application.evidence.TakeFromStore.Progress;
import dev.cordon.application.store.ReplaceConnection;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import dev.cordon.domain.store.ShellAccess;
import dev.cordon.infra.security.CallerContext;
import dev.cordon.woocommerce.store.OpenSsh;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a host behind a real SSH server gives out, taken into custody over the API. */
@ApiTest
class AcquisitionApiIT {

    private static final String WISH =
            """
            {"sources": ["PLUGINS", "UPLOADS", "CONFIGURATION", "THEMES"], "pace": "FULL",
             "purpose": "what the attacker left"}
            """;

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final ReplaceConnection replace;
    private final StoreQueries stores;
    private final TakeFromStore take;
    private @TempDir Path folder;
    private OpenSsh host;
    private String rita = "";
    private String incident = "";

    AcquisitionApiIT(
            Api api,
            Tokens tokens,
            Shop shop,
            ReplaceConnection replace,
            StoreQueries stores,
            TakeFromStore take) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.replace = replace;
        this.stores = stores;
        this.take = take;
    }

    @BeforeEach
    void aConnectedStoreWithAnIncident() throws Exception {
        assumeThat(OpenSsh.SERVER).as("the system has no OpenSSH server").isExecutable();
        host = OpenSsh.start(folder);
        put("wp-config.php", "<?php\ndefine('DB_PASSWORD', 'hunter2');\n");
        put("wp-content/plugins/akismet/akismet.php", "<?php // akismet");
        put("wp-content/uploads/shell.php", "<?php system($_GET['c']);");
        rita = tokens.of("rita", Role.RESPONDER);
        var store = shop.open();
        connect(store.id());
        incident = "/api/v1/incidents/" + shop.incident(store);
    }

    @AfterEach
    void noHost() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void eachPartBecomesAnItemWithItsFactsAndAManifest() {
        var asked = ask();
        run(asked);

        var shown = show(asked);
        assertThat(shown.path("parts").valueStream().map(part -> part.path("status").asString()))
                .containsExactly("TAKEN", "TAKEN", "TAKEN");
        assertThat(shown.at("/parts/0/name").asString()).isEqualTo("configuration");
        assertThat(shown.at("/missing/0/source").asString()).isEqualTo("THEMES");
        assertThat(shown.path("endedAt").isString()).isTrue();
        var item =
                api.get("/api/v1/evidence/" + shown.at("/parts/1/item").asString())
                        .token(rita)
                        .send()
                        .json();
        assertThat(item.path("kind").asString()).isEqualTo("FILE_TREE");
        assertThat(item.path("method").asString()).isEqualTo("acquisition from a connected store");
        assertThat(item.path("source").asString()).startsWith("SSH ");
        assertThat(item.path("by").asString()).isEqualTo("automation:store-acquisition");
        assertThat(timeline()).contains("AcquisitionAsked", "AcquisitionEnded");
    }

    @Test
    void aStepThatDestroysWhatWasTakenIsFreeToGoOn() {
        run(ask());

        var wish =
                """
                {"step": "quarantine", "losses": [{"what": "file %s/wp-content/uploads/shell.php"}]}
                """
                        .formatted(folder);
        var checked =
                api.post(incident + "/preservation-check").token(rita).json(wish).send().json();

        assertThat(checked.at("/0/result").asString()).isEqualTo("PRESERVED");
    }

    @Test
    void oneGoesOnAtATimeAndCanBeCancelled() {
        var asked = ask();
        assertThat(api.post(incident + "/acquisitions").token(rita).json(WISH).send().status())
                .isEqualTo(409);

        var gone = api.call("DELETE", "/api/v1/acquisitions/" + asked).token(rita).send();
        run(asked);

        assertThat(gone.status()).isEqualTo(204);
        assertThat(show(asked).path("endedAt").isString()).isTrue();
        assertThat(show(asked).path("parts").isEmpty()).isTrue();
        assertThat(
                        api.get(incident + "/evidence")
                                .token(rita)
                                .send()
                                .json()
                                .path("items")
                                .isEmpty())
                .isTrue();
    }

    @Test
    void whoMayNotCollectTakesNothingAndOthersDoNotSeeIt() {
        var auditor = tokens.of("amira", Role.AUDITOR);
        assertThat(api.post(incident + "/acquisitions").token(auditor).json(WISH).send().status())
                .isEqualTo(403);
        var withCards = WISH.strip().replaceFirst("}$", ", \"because\": \"whole\"}");
        assertThat(api.post(incident + "/acquisitions").token(rita).json(withCards).send().status())
                .isEqualTo(403);
        var asked = ask();

        var elsewhere =
                tokens.of(
                                "rolf",
                                EnumSet.allOf(Permission.class),
                                new StoreScope.Only(Set.of(shop.open().id())),
                                Role.RESPONDER)
                        .secret();

        assertThat(api.get("/api/v1/acquisitions/" + asked).token(elsewhere).send().status())
                .isEqualTo(404);
        assertThat(
                        api.call("DELETE", "/api/v1/acquisitions/" + asked)
                                .token(elsewhere)
                                .send()
                                .status())
                .isEqualTo(404);
        assertThat(api.post(incident + "/acquisitions").token(elsewhere).json(WISH).send().status())
                .isEqualTo(404);
    }

    private String ask() {
        var answer = api.post(incident + "/acquisitions").token(rita).json(WISH).send();
        assertThat(answer.status()).isEqualTo(202);
        return answer.text("id");
    }

    private JsonNode show(String asked) {
        return api.get("/api/v1/acquisitions/" + asked).token(rita).send().json();
    }

    private String timeline() {
        return api.get(incident + "/timeline").token(rita).send().http().body();
    }

    private void run(String asked) {
        var command =
                new TakeFromStore.Command(new AcquisitionId(UUID.fromString(asked)), () -> true);
        CallerContext.callAs(
                AutomationPolicy.STORE_ACQUISITION,
                () -> {
                    try {
                        while (take.take(command) instanceof Progress.More) {
                            // The job would go on with it.
                        }
                        return true;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private void connect(StoreId store) throws IOException {
        var access =
                new ShellAccess(
                        "127.0.0.1",
                        host.port(),
                        System.getProperty("user.name"),
                        Files.readString(host.userKeyFile()),
                        host.hostKey(),
                        folder.toString());
        tokens.as(
                "adam",
                Role.ADMINISTRATOR,
                () -> {
                    var seen = stores.store(store).store().version();
                    replace.replace(new ReplaceConnection.Command(store, seen, access));
                    return true;
                });
    }

    private void put(String path, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
