package dev.cordon.infra.keycloak;

import dev.cordon.infra.keycloak.IdentityProvider.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A Keycloak of Cordon's own, on loopback, for whoever names none. Its people, passwords and keys
 * lie in the data folder and outlive the program.
 *
 * <p>Loopback means: for browsers on this machine. Who lets others in through a proxy runs a
 * Keycloak that those can reach too, and names it.
 */
final class OwnKeycloak implements SmartLifecycle, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnKeycloak.class);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String REALM = "cordon";

    private final KeycloakHome home;
    private final int port;
    private final OwnSecrets secrets;
    private volatile @Nullable KeycloakProcess process;
    private volatile boolean answering;

    private OwnKeycloak(KeycloakHome home, int port, OwnSecrets secrets) {
        this.home = home;
        this.port = port;
        this.secrets = secrets;
    }

    /** Makes everything ready and begins the start, which goes on beside Cordon's own. */
    static OwnKeycloak prepare(OwnKeycloakSettings settings, Path folder) {
        var distribution = settings.home();
        if (distribution == null) {
            throw new IllegalStateException(
                    "Nobody says who may log in: set CORDON_OIDC_ISSUER to a Keycloak realm, or"
                            + " start with ./cordon run, which prepares a Keycloak of its own");
        }
        try {
            var home = KeycloakHome.prepare(folder.resolve("server"), distribution);
            var first = !Files.exists(home.imports().resolve("cordon-realm.json"));
            var keycloak = new OwnKeycloak(home, settings.port(), OwnSecrets.of(folder));
            keycloak.begin();
            if (first) {
                keycloak.sayHowToLogIn(folder);
            }
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException("Cordon's own Keycloak did not start", e);
        }
    }

    private void begin() throws IOException {
        Files.writeString(home.imports().resolve("cordon-realm.json"), OwnRealm.json());
        var started = KeycloakProcess.start(home, port, OwnRealm.environment(secrets));
        process = started;
        started.ended().thenRun(this::sayThatItEnded);
    }

    /** Where the password lies, and never the password: logs travel. */
    private void sayHowToLogIn(Path folder) {
        LOG.info(
                "the first login: user {}, password in {} after first-login=; it asks for a new one"
                        + " at once. Add your team at {}/admin/{}/console/",
                OwnRealm.FIRST_USER,
                folder.resolve("secrets.properties"),
                address(),
                REALM);
    }

    private void sayThatItEnded() {
        if (process != null) {
            LOG.error(
                    "Keycloak ended by itself: whoever is logged in stays so, nobody else can log"
                            + " in. Start Cordon again; {} says why it ended",
                    home.log());
        }
    }

    IdentityProvider provider() {
        return new IdentityProvider(
                URI.create(address() + "/realms/" + REALM),
                new Client("cordon", secrets.console()),
                new Client("cordon-directory", secrets.directory()));
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Before the console opens: a login that leads nowhere helps nobody. */
    @Override
    public void start() {
        var started = process;
        if (started == null) {
            return;
        }
        LOG.info("waiting for Keycloak (the first start takes about a minute)");
        try {
            started.awaitRealm(REALM, PATIENCE);
            answering = true;
            LOG.info("Keycloak answers at {}", address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        close();
    }

    @Override
    public boolean isRunning() {
        return answering;
    }

    /** Up before the web server and down after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Also after a start that failed half-way: nothing of ours stays behind. */
    @Override
    public void close() {
        var running = process;
        process = null;
        answering = false;
        if (running != null) {
            running.close();
        }
    }
}
