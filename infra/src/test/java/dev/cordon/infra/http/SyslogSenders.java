package dev.cordon.infra.http;

import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Senders over TLS, and the certificates that they show. */
enum SyslogSenders {
    WITHOUT_CERTIFICATE(null, null),
    OF_ANOTHER_AUTHORITY(Authority.STRANGE, Lasting.NOW),
    EXPIRED(Authority.TRUSTED, Lasting.UNTIL_YESTERDAY),
    NOT_VALID_YET(Authority.TRUSTED, Lasting.FROM_NEXT_YEAR),
    TRUSTED_BY_ITSELF_AND_EXPIRED(Authority.ITSELF, Lasting.UNTIL_YESTERDAY),
    VALID(Authority.TRUSTED, Lasting.NOW);

    private static final char[] PASSWORD = SyslogDoors.PASSWORD.toCharArray();

    private enum Authority {
        TRUSTED,
        STRANGE,
        ITSELF;

        private final Signed own = Signed.make("CN=" + this, null, Lasting.NOW);
    }

    private enum Lasting {
        NOW(-1, 365),
        UNTIL_YESTERDAY(-30, -1),
        FROM_NEXT_YEAR(365, 730);

        private final Date from;
        private final Date to;

        Lasting(int from, int to) {
            this.from = Date.from(Instant.now().plus(Duration.ofDays(from)));
            this.to = Date.from(Instant.now().plus(Duration.ofDays(to)));
        }
    }

    private record Signed(KeyPair keys, X509Certificate certificate) {

        private static Signed make(String name, @Nullable Signed by, Lasting lasting) {
            try {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                var keys = generator.generateKeyPair();
                var subject = new X500Principal(name);
                var unsigned =
                        new JcaX509v3CertificateBuilder(
                                        by == null
                                                ? subject
                                                : by.certificate.getSubjectX500Principal(),
                                        new BigInteger(100, new SecureRandom()),
                                        lasting.from,
                                        lasting.to,
                                        subject,
                                        keys.getPublic())
                                .addExtension(
                                        Extension.basicConstraints,
                                        true,
                                        new BasicConstraints(by == null));
                var signer =
                        new JcaContentSignerBuilder("SHA256withECDSA")
                                .build(by == null ? keys.getPrivate() : by.keys.getPrivate());
                return new Signed(
                        keys,
                        new JcaX509CertificateConverter().getCertificate(unsigned.build(signer)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final @Nullable Signed shown;
    private final @Nullable Authority authority;

    SyslogSenders(@Nullable Authority authority, @Nullable Lasting lasting) {
        this.authority = authority;
        this.shown =
                authority == null || lasting == null
                        ? null
                        : Signed.make(
                                "CN=" + this,
                                authority == Authority.ITSELF ? null : authority.own,
                                lasting);
    }

    /** Whoever keeps that file trusts the authority, and one sender by its certificate alone. */
    static void trustIn(Path file) {
        try {
            var store = KeyStore.getInstance(file.toFile(), PASSWORD);
            store.setCertificateEntry("authority", Authority.TRUSTED.own.certificate);
            store.setCertificateEntry("itself", TRUSTED_BY_ITSELF_AND_EXPIRED.shown.certificate);
            try (var out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD);
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it connects with; it trusts the server. */
    SSLContext context() throws GeneralSecurityException, IOException {
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(KeyStore.getInstance(SyslogDoors.KEYS.toFile(), PASSWORD));
        var context = SSLContext.getInstance("TLS");
        context.init(
                shown == null
                        ? new KeyManager[0]
                        : new KeyManager[] {new AlwaysShown(shown, authority)},
                trusted.getTrustManagers(),
                null);
        return context;
    }

    /** Shows its certificate, whatever the server says that it trusts. */
    private static final class AlwaysShown extends X509ExtendedKeyManager {

        private static final String ALIAS = "own";

        private final Signed shown;
        private final Authority authority;

        AlwaysShown(Signed shown, Authority authority) {
            this.shown = shown;
            this.authority = authority;
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return authority == Authority.ITSELF
                    ? new X509Certificate[] {shown.certificate}
                    : new X509Certificate[] {shown.certificate, authority.own.certificate};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return shown.keys.getPrivate();
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }
    }
}
