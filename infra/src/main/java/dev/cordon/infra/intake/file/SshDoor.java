package dev.cordon.infra.intake.file;

import dev.cordon.application.kernel.AddressGuard;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** Logs in to a host whose key is known, with a key. The user's own SSH settings count nothing. */
final class SshDoor implements AutoCloseable {

    private final SshPullSettings.Log log;
    private final PublicKey hostKey;
    private final SshClient client;

    /**
     * @throws IllegalArgumentException if the host's key or the key file is not fit for use
     */
    SshDoor(SshPullSettings.Log log) {
        this.log = log;
        this.hostKey = hostKey(log);
        keys(log);
        client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier((_, _, shown) -> KeyUtils.compareKeys(shown, hostKey));
        CoreModuleProperties.IDLE_TIMEOUT.set(client, log.timeout());
        CoreModuleProperties.AUTH_TIMEOUT.set(client, log.timeout());
        client.start();
    }

    /** A connection; it ends by itself when its time is over. */
    record Connection(ClientSession session, SftpClient sftp, Thread watch)
            implements AutoCloseable {

        @Override
        public void close() throws IOException {
            watch.interrupt();
            try (session) {
                sftp.close();
            }
        }
    }

    /**
     * @throws IOException if the host cannot be reached, is not the one it should be, or does not
     *     let in
     */
    Connection open() throws IOException {
        var address = new InetSocketAddress(address(), log.port());
        var session =
                client.connect(log.user(), address, null, null)
                        .verify(log.timeout())
                        .getClientSession();
        var watch = Thread.ofVirtual().start(() -> end(session, log.timeout()));
        try {
            keys(log).forEach(session::addPublicKeyIdentity);
            session.auth().verify(log.timeout());
            return new Connection(
                    session, SftpClientFactory.instance().createSftpClient(session), watch);
        } catch (IOException | RuntimeException e) {
            watch.interrupt();
            session.close(true);
            throw e;
        }
    }

    @Override
    public void close() {
        client.stop();
    }

    /** The one that is judged is the one that is called. */
    private InetAddress address() throws IOException {
        var found = InetAddress.getAllByName(log.host());
        if (!log.privateNetwork()
                && new AddressGuard(false).judge(found) == AddressGuard.Judgement.FORBIDDEN) {
            throw new IOException(
                    "%s lies in a private network, which private-network does not allow"
                            .formatted(log.host()));
        }
        return found[0];
    }

    private static void end(ClientSession session, Duration time) {
        try {
            Thread.sleep(time);
            session.close(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it ended in time
        }
    }

    private static PublicKey hostKey(SshPullSettings.Log log) {
        try {
            return PublicKeyEntry.parsePublicKeyEntry(log.hostKey())
                    .resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "cordon.ssh-pull: the host-key of %s is no public key as known_hosts has it"
                            .formatted(log.host()),
                    e);
        }
    }

    private static List<KeyPair> keys(SshPullSettings.Log log) {
        try {
            if (OwnerOnly.isOpenToOthers(log.keyFile())) {
                throw new IllegalArgumentException(
                        "cordon.ssh-pull: others than its owner may read %s (chmod 600)"
                                .formatted(log.keyFile()));
            }
            try (var file = Files.newInputStream(log.keyFile())) {
                var keys =
                        SecurityUtils.loadKeyPairIdentities(
                                null,
                                NamedResource.ofName(log.keyFile().toString()),
                                file,
                                FilePasswordProvider.EMPTY);
                return StreamSupport.stream(keys.spliterator(), false).toList();
            }
        } catch (IOException | GeneralSecurityException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "cordon.ssh-pull: %s holds no private key that can be used"
                            .formatted(log.keyFile()),
                    e);
        }
    }
}
