package dev.cordon.woocommerce.store;

import dev.cordon.application.kernel.AddressGuard;
import dev.cordon.domain.store.HostKey;
import dev.cordon.domain.store.ShellAccess;
import dev.cordon.domain.store.StoreFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * Logs in to hosts whose key is known, with a key. The user's own SSH settings and agent count
 * nothing.
 */
final class ShellLogin implements AutoCloseable {

    private static final String NOBODY = "cordon";
    private static final Duration ALIVE = Duration.ofSeconds(15);

    /** So many bytes a host may send before they are read: neither it nor we wait for the other. */
    private static final long AHEAD = 8L << 20;

    private final AddressGuard guard;
    private final Duration within;
    private final SshClient client;

    /**
     * @param within until the session stands
     */
    ShellLogin(AddressGuard guard, Duration within) {
        this.guard = guard;
        this.within = within;
        client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier((_, _, _) -> false);
        client.setCipherFactories(quickest(client.getCipherFactories()));
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, ALIVE);
        CoreModuleProperties.WINDOW_SIZE.set(client, AHEAD);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, within);
        client.start();
    }

    /** The processor does AES with GCM by itself; a dump by another cipher takes twice as long. */
    private static <C extends NamedResource> List<C> quickest(List<C> ciphers) {
        return ciphers.stream()
                .sorted(Comparator.comparing(cipher -> !cipher.getName().contains("-gcm@")))
                .toList();
    }

    /** Why nobody could log in. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1;

        private final transient StoreFailure why;

        Refused(StoreFailure why) {
            super(why.whatHappened());
            this.why = why;
        }

        StoreFailure why() {
            return why;
        }
    }

    /**
     * @throws Refused if the host cannot be reached, is not the one it should be, or does not let
     *     in
     */
    ClientSession open(ShellAccess access) throws Refused {
        var keys = keys(access);
        var hostKey = hostKey(access);
        var session = connect(access.user(), access.host(), access.port());
        var strange = new AtomicBoolean();
        try {
            session.setServerKeyVerifier(
                    (_, _, shown) -> {
                        strange.set(!KeyUtils.compareKeys(shown, hostKey));
                        return !strange.get();
                    });
            keys.forEach(session::addPublicKeyIdentity);
            session.auth().verify(within);
            return session;
        } catch (IOException | RuntimeException e) {
            session.close(true);
            throw new Refused(strange.get() ? changed(access) : why(access, e));
        }
    }

    private static StoreFailure changed(ShellAccess access) {
        return new StoreFailure.HostKeyChanged(access.host());
    }

    /** Refused is what the host said so; whatever else ends it, the host is away or in trouble. */
    private StoreFailure why(ShellAccess access, Exception ended) {
        for (Throwable each = ended; each != null; each = each.getCause()) {
            if (each instanceof SshException said
                    && said.getDisconnectCode()
                            == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
                return new StoreFailure.LoginRefused(access.user());
            }
            if (each instanceof TimeoutException) {
                return new StoreFailure.TimedOut(within);
            }
        }
        return new StoreFailure.Unreachable(
                "the connection to " + access.host() + ":" + access.port() + " broke off");
    }

    /**
     * The key that the host shows; it is asked for no other thing.
     *
     * @throws Refused if the host cannot be reached
     */
    HostKey hostKey(String host, int port) throws Refused {
        var shown = new AtomicReference<PublicKey>();
        try (var session = connect(NOBODY, host, port)) {
            session.setServerKeyVerifier(
                    (_, _, key) -> {
                        shown.set(key);
                        return false;
                    });
            session.auth().verify(within);
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // It ends like that: the key is looked at and not taken.
        }
        var key = shown.get();
        if (key == null) {
            throw new Refused(nobody(host, port));
        }
        return new HostKey(PublicKeyEntry.toString(key), KeyUtils.getFingerPrint(key));
    }

    private ClientSession connect(String user, String host, int port) throws Refused {
        var address = new InetSocketAddress(address(host), port);
        try {
            return client.connect(user, address, null, null).verify(within).getClientSession();
        } catch (IOException e) {
            throw new Refused(nobody(host, port));
        }
    }

    private static StoreFailure nobody(String host, int port) {
        return new StoreFailure.Unreachable("nothing answers SSH at " + host + ":" + port);
    }

    /** The one that is judged is the one that is called. */
    private InetAddress address(String host) throws Refused {
        try {
            var found = InetAddress.getAllByName(host);
            if (guard.judge(found) == AddressGuard.Judgement.FORBIDDEN) {
                throw new Refused(new StoreFailure.ForbiddenAddress(host));
            }
            return found[0];
        } catch (UnknownHostException e) {
            throw new Refused(new StoreFailure.Unreachable("the name " + host + " is not known"));
        }
    }

    private static PublicKey hostKey(ShellAccess access) throws Refused {
        try {
            return PublicKeyEntry.parsePublicKeyEntry(access.hostKey())
                    .resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new Refused(new StoreFailure.HostKeyChanged(access.host()));
        }
    }

    private static List<KeyPair> keys(ShellAccess access) throws Refused {
        try (var text =
                new ByteArrayInputStream(access.privateKey().getBytes(StandardCharsets.UTF_8))) {
            var loaded =
                    SecurityUtils.loadKeyPairIdentities(
                            null,
                            NamedResource.ofName("the key of " + access.user()),
                            text,
                            FilePasswordProvider.EMPTY);
            var keys = new ArrayList<KeyPair>();
            if (loaded != null) {
                loaded.forEach(keys::add);
            }
            if (!keys.isEmpty()) {
                return keys;
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // Told the same way: what is wrong with a key is not said where others can read it.
        }
        throw new Refused(new StoreFailure.LoginRefused(access.user()));
    }

    @Override
    public void close() {
        client.stop();
    }
}
