package dev.cordon.infra.pack;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;

/** A time-stamp authority of the tests: a root, a signer below it, and what lies between. */
final class TestAuthority {

    private static final Instant NOON = MadePackage.NOON;
    private static final Instant EARLIER = NOON.minus(Duration.ofHours(1));
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(3650));

    /** It knows RSASSA-PSS by its usual name; used here, installed nowhere. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private record Issuer(X509CertificateHolder certificate, KeyPair keys) {
        X500Name name() {
            return certificate.getSubject();
        }
    }

    /** What lies between the root and the signer, who stamps at noon. */
    enum Between {
        ONE,
        TWO,
        ONE_THAT_ENDED_SINCE,
        ONE_THAT_HAD_ENDED,
        ONE_THAT_HAD_NOT_BEGUN,
        ONE_THAT_IS_NO_AUTHORITY,
        ONE_THAT_MAY_SIGN_NO_CERTIFICATES,
        ONE_THAT_IS_NOT_CARRIED,
        TWO_WHERE_ONE_IS_THE_LAST,
        NOTHING_BUT_THE_SIGNER_HAD_ENDED
    }

    private final String algorithm;
    private final List<X509CertificateHolder> carried = new ArrayList<>();
    private final Issuer root;
    private final Issuer signer;
    private @Nullable X509CertificateHolder left;
    private int serial;

    TestAuthority(String name) throws Exception {
        this(name, "SHA256withRSA");
    }

    /**
     * @param algorithm by which it and its root sign, {@code SHA384withECDSA}
     */
    TestAuthority(String name, String algorithm) throws Exception {
        this.algorithm = algorithm;
        root = root(name);
        signer = signer(name, root, END);
        carried.add(root.certificate());
    }

    TestAuthority(String name, Between between) throws Exception {
        algorithm = "SHA256withECDSA";
        root = root(name);
        var above = root;
        switch (between) {
            case ONE -> above = below(above, BEGIN, END, true, KeyUsage.keyCertSign, 0);
            case TWO -> {
                above = below(above, BEGIN, END, true, KeyUsage.keyCertSign, 1);
                above = below(above, BEGIN, END, true, KeyUsage.keyCertSign, 0);
            }
            case ONE_THAT_ENDED_SINCE ->
                    above = below(above, BEGIN, LATER, true, KeyUsage.keyCertSign, 0);
            case ONE_THAT_HAD_ENDED ->
                    above = below(above, BEGIN, EARLIER, true, KeyUsage.keyCertSign, 0);
            case ONE_THAT_HAD_NOT_BEGUN ->
                    above = below(above, LATER, END, true, KeyUsage.keyCertSign, 0);
            case ONE_THAT_IS_NO_AUTHORITY ->
                    above = below(above, BEGIN, END, false, KeyUsage.digitalSignature, 0);
            case ONE_THAT_MAY_SIGN_NO_CERTIFICATES ->
                    above = below(above, BEGIN, END, true, KeyUsage.cRLSign, 0);
            case ONE_THAT_IS_NOT_CARRIED -> {
                above = below(above, BEGIN, END, true, KeyUsage.keyCertSign, 0);
                left = carried.removeFirst();
            }
            case TWO_WHERE_ONE_IS_THE_LAST -> {
                above = below(above, BEGIN, END, true, KeyUsage.keyCertSign, 0);
                above = below(above, BEGIN, END, true, KeyUsage.keyCertSign, 0);
            }
            case NOTHING_BUT_THE_SIGNER_HAD_ENDED -> {}
        }
        signer =
                signer(
                        name,
                        above,
                        between == Between.NOTHING_BUT_THE_SIGNER_HAD_ENDED ? EARLIER : END);
    }

    private Issuer root(String name) throws Exception {
        var keys = pair(algorithm);
        var subject = new X500Name("CN=" + name + " Root");
        return new Issuer(
                signed(
                        builder(subject, subject, keys, BEGIN, END)
                                .addExtension(
                                        Extension.basicConstraints,
                                        true,
                                        new BasicConstraints(true)),
                        keys),
                keys);
    }

    /** Carried in each token from now on. */
    private Issuer below(
            Issuer above, Instant begin, Instant end, boolean authority, int usage, int mostBelow)
            throws Exception {
        var keys = pair(algorithm);
        var subject = new X500Name("CN=Below " + above.name().toString().substring(3));
        var certificate =
                signed(
                        builder(above.name(), subject, keys, begin, end)
                                .addExtension(
                                        Extension.basicConstraints,
                                        true,
                                        authority
                                                ? new BasicConstraints(mostBelow)
                                                : new BasicConstraints(false))
                                .addExtension(Extension.keyUsage, true, new KeyUsage(usage)),
                        above.keys());
        carried.add(certificate);
        return new Issuer(certificate, keys);
    }

    private Issuer signer(String name, Issuer above, Instant end) throws Exception {
        var keys = pair(algorithm);
        var certificate =
                signed(
                        builder(above.name(), new X500Name("CN=" + name), keys, BEGIN, end)
                                .addExtension(
                                        Extension.extendedKeyUsage,
                                        true,
                                        new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)),
                        above.keys());
        carried.addFirst(certificate);
        return new Issuer(certificate, keys);
    }

    private X509CertificateHolder signed(X509v3CertificateBuilder certificate, KeyPair by)
            throws OperatorCreationException {
        return certificate.build(
                new JcaContentSignerBuilder(algorithm)
                        .setProvider(PROVIDER)
                        .build(by.getPrivate()));
    }

    private static KeyPair pair(String algorithm) {
        try {
            boolean curve = algorithm.endsWith("ECDSA");
            var pairs = KeyPairGenerator.getInstance(curve ? "EC" : "RSA");
            pairs.initialize(curve ? algorithm.startsWith("SHA384") ? 384 : 256 : 2048);
            return pairs.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair pair, Instant begin, Instant end) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(++serial),
                Date.from(begin),
                Date.from(end),
                subject,
                pair.getPublic());
    }

    /** A whole response of RFC 3161 over the data. */
    byte[] stamp(byte[] data, Instant at) throws Exception {
        var requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        var request =
                requests.generate(
                        TSPAlgorithms.SHA256,
                        MessageDigest.getInstance("SHA-256").digest(data),
                        BigInteger.TEN);
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var certificate = new JcaX509CertificateConverter().getCertificate(signer.certificate());
        var tokens =
                new TimeStampTokenGenerator(
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .setProvider(PROVIDER)
                                .build(algorithm, signer.keys().getPrivate(), certificate),
                        digests.get(
                                new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                        TSPAlgorithms.SHA256)),
                        new ASN1ObjectIdentifier("1.2.3.4"));
        tokens.addCertificates(new JcaCertStore(carried));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(request, BigInteger.valueOf(7), Date.from(at))
                .getEncoded();
    }

    /** What lies between and its tokens do not carry. */
    byte[] left() throws Exception {
        return Objects.requireNonNull(left).getEncoded();
    }

    byte[] root() throws Exception {
        return root.certificate().getEncoded();
    }
}
