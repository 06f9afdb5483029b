package dev.cordon.infra.pack;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp authority of the tests: a root, and a signer below it. */
final class TestAuthority {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** It knows RSASSA-PSS by its usual name; used here, installed nowhere. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final String algorithm;
    private final KeyPair rootKey;
    private final KeyPair key;
    private final X509CertificateHolder root;
    private final X509CertificateHolder signer;

    TestAuthority(String name) throws Exception {
        this(name, "SHA256withRSA");
    }

    /**
     * @param algorithm by which it and its root sign, {@code SHA384withECDSA}
     */
    TestAuthority(String name, String algorithm) throws Exception {
        this.algorithm = algorithm;
        rootKey = pair(algorithm);
        key = pair(algorithm);
        var rootName = new X500Name("CN=" + name + " Root");
        root =
                builder(rootName, rootName, rootKey, 1)
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                        .build(
                                new JcaContentSignerBuilder(algorithm)
                                        .setProvider(PROVIDER)
                                        .build(rootKey.getPrivate()));
        signer =
                builder(rootName, new X500Name("CN=" + name), key, 2)
                        .addExtension(
                                Extension.extendedKeyUsage,
                                true,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                        .build(
                                new JcaContentSignerBuilder(algorithm)
                                        .setProvider(PROVIDER)
                                        .build(rootKey.getPrivate()));
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

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair pair, int serial) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(serial),
                Date.from(BEGIN),
                Date.from(BEGIN.plus(Duration.ofDays(3650))),
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
        var certificate = new JcaX509CertificateConverter().getCertificate(signer);
        var tokens =
                new TimeStampTokenGenerator(
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .setProvider(PROVIDER)
                                .build(algorithm, key.getPrivate(), certificate),
                        digests.get(
                                new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                        TSPAlgorithms.SHA256)),
                        new ASN1ObjectIdentifier("1.2.3.4"));
        tokens.addCertificates(new JcaCertStore(List.of(signer, root)));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(request, BigInteger.valueOf(7), Date.from(at))
                .getEncoded();
    }

    byte[] root() throws Exception {
        return root.getEncoded();
    }
}
