package dev.cordon.infra.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cordon.infra.bootstrap.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * A real Keycloak with the shipped realm and one user for each role, started once for all tests of
 * a run: {@code @ExtendWith(KeycloakServer.class)}. It gets ready while the test's program starts.
 *
 * <p>{@code CORDON_TEST_OIDC_ISSUER} takes a server that runs elsewhere instead. Without a prepared
 * distribution the test is skipped and says so; in continuous integration it fails.
 */
public final class KeycloakServer implements BeforeAllCallback, BeforeEachCallback {

    /** Every test user's password is the user's name with this in front. */
    public static final String PASSWORD_PREFIX = "pass-word-";

    public static final String CLIENT_SECRET = "console-secret-of-the-tests";
    public static final String DIRECTORY_SECRET = "directory-secret-of-the-tests";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Object LOCK = new Object();
    private static URI issuer;
    private static @Nullable KeycloakProcess starting;

    /** The realm's address. */
    public static URI issuer() {
        return issuer;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        synchronized (LOCK) {
            if (issuer == null) {
                issuer = external() == null ? started() : URI.create(external());
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        synchronized (LOCK) {
            if (starting != null) {
                starting.awaitRealm("cordon", PATIENCE);
                System.out.println("Keycloak of the tests answers at " + starting.address());
                starting = null;
            }
        }
    }

    private static String external() {
        return System.getenv("CORDON_TEST_OIDC_ISSUER");
    }

    private static URI started() throws IOException, InterruptedException {
        var distribution = requireDistribution();
        var home = KeycloakHome.prepare(Files.createTempDirectory("cordon-keycloak"), distribution);
        Files.writeString(home.imports().resolve("cordon-realm.json"), realm());
        var server =
                KeycloakProcess.start(
                        home,
                        FreePort.next(),
                        Map.of(
                                // Nothing is kept: each run imports the realm anew.
                                "KC_DB_URL",
                                "jdbc:h2:mem:keycloak;DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE",
                                "KC_BOOTSTRAP_ADMIN_USERNAME",
                                "admin",
                                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                                "admin"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, home)));
        starting = server;
        return server.address().resolve("/realms/cordon");
    }

    /** What the server said stays beside the test reports; its home does not. */
    private static void end(KeycloakProcess server, KeycloakHome home) {
        server.close();
        try {
            Files.copy(
                    home.log(),
                    Files.createDirectories(Path.of("target")).resolve("keycloak.log"),
                    StandardCopyOption.REPLACE_EXISTING);
            FileSystemUtils.deleteRecursively(home.folder());
        } catch (IOException e) {
            System.out.println("could not tidy up " + home.folder() + ": " + e);
        }
    }

    /**
     * The prepared distribution; without one the test is skipped, or fails where it must not be.
     */
    static Path requireDistribution() {
        var distribution = distribution();
        if (!Files.isRegularFile(distribution.resolve("lib/quarkus-run.jar"))) {
            var reason = "no Keycloak lies in " + distribution + "; ./cordon test prepares it";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(reason);
            }
            System.out.println("SKIPPED: " + reason);
            Assumptions.abort(reason);
        }
        return distribution;
    }

    private static Path distribution() {
        var named = System.getenv("CORDON_KEYCLOAK_HOME");
        return named == null
                ? Path.of(System.getProperty("user.home"), ".cache/cordon/keycloak-26.7.3")
                : Path.of(named);
    }

    /** The realm as shipped, with known secrets and the users of the tests. */
    private static String realm() throws IOException {
        var json = new ObjectMapper();
        var realm = (ObjectNode) json.readTree(resource("/keycloak/cordon-realm.json"));
        for (var client : realm.get("clients")) {
            var secret =
                    client.get("clientId").textValue().equals("cordon")
                            ? CLIENT_SECRET
                            : DIRECTORY_SECRET;
            ((ObjectNode) client).put("secret", secret);
        }
        var users = json.readTree(resource("/keycloak/test-users.json"));
        ((ArrayNode) realm.get("users")).addAll((ArrayNode) users.get("users"));
        realm.set("groups", users.get("groups"));
        return json.writeValueAsString(realm);
    }

    private static String resource(String name) throws IOException {
        try (var in = KeycloakServer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
