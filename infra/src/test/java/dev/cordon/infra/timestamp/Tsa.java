package dev.cordon.infra.timestamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cordon.application.evidence.TimeStamps;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.Store;

/** A time-stamp authority on this machine that keeps to RFC 3161, until it is told to cheat. */
public final class Tsa implements AutoCloseable {

    /** What it does instead of stamping. */
    public enum Trick {
        NONE,
        ANSWERS_WITH_503,
        ANSWERS_WITH_A_PAGE,
        SENDS_WITHOUT_END,
        NEVER_ANSWERS,
        REDIRECTS,
        REFUSES,
        ANSWERS_ANOTHER_REQUEST,
        STAMPS_ANOTHER_DIGEST,
        STAMPS_UNDER_ITS_OWN_POLICY,
        HAS_ANOTHER_ROOT,
        SIGNS_WITH_A_SERVERS_CERTIFICATE,
        EDITS_WHAT_IT_SIGNED
    }

    static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.32473.1");
    private static final String SIGNS_WITH = "SHA256withECDSA";

    private record Identity(KeyPair pair, X509Certificate certificate) {}

    private final HttpServer server;
    private final Path roots;
    private final Instant now;
    private final Identity root = root("CN=Root");
    private final Identity stamping = stamping(root, true);
    private final List<String> authorizations = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Trick trick = Trick.NONE;

    /**
     * @param now what its clock says
     */
    public Tsa(Path folder, Instant now) {
        this.now = now;
        try {
            roots = folder.resolve("roots.pem");
            var pem = new StringWriter();
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(
                            Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(root.certificate().getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
            Files.writeString(roots, pem.toString());
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As without a setting. */
    public static TimeStamps none() {
        return new ConfiguredTimeStamps(
                new TimeStampSettings(
                        "", "", "", "", "", "", Duration.ofHours(1), Duration.ofMinutes(1), false));
    }

    public void does(Trick trick) {
        this.trick = trick;
    }

    public String name() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often it was asked. */
    public int asked() {
        return authorizations.size();
    }

    Path roots() {
        return roots;
    }

    List<String> authorizations() {
        return authorizations;
    }

    /** As the settings would name it. */
    public TimeStamps stamps() {
        return stamps("", "", true);
    }

    TimeStamps stamps(String authorizationFile, String policy, boolean loopback) {
        return new ConfiguredTimeStamps(
                new TimeStampSettings(
                        "http://" + name() + "/tsa",
                        authorizationFile,
                        "",
                        "",
                        roots.toString(),
                        policy,
                        Duration.ofHours(1),
                        trick == Trick.NEVER_ANSWERS
                                ? Duration.ofMillis(300)
                                : Duration.ofSeconds(6),
                        loopback));
    }

    private void answer(HttpExchange exchange) throws IOException {
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        var query = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            switch (trick) {
                case ANSWERS_WITH_503 -> exchange.sendResponseHeaders(503, -1);
                case ANSWERS_WITH_A_PAGE -> send(exchange, "<html>log in</html>".getBytes());
                case SENDS_WITHOUT_END -> send(exchange, new byte[1 << 20]);
                case NEVER_ANSWERS -> closed.await();
                case REDIRECTS -> {
                    exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
                    exchange.sendResponseHeaders(307, -1);
                }
                default -> send(exchange, reply(new TimeStampRequest(query)));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (GeneralSecurityException
                | TSPException
                | OperatorCreationException
                | CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private byte[] reply(TimeStampRequest asked)
            throws GeneralSecurityException,
                    TSPException,
                    OperatorCreationException,
                    CMSException,
                    IOException {
        return switch (trick) {
            case REFUSES ->
                    generator(stamping)
                            .generateFailResponse(
                                    PKIStatus.REJECTION, PKIFailureInfo.badAlg, "not today")
                            .getEncoded();
            case ANSWERS_ANOTHER_REQUEST ->
                    stamp(stamping, again(asked, asked.getMessageImprintDigest(), 7));
            case STAMPS_ANOTHER_DIGEST -> stamp(stamping, again(asked, new byte[32], 0));
            case STAMPS_UNDER_ITS_OWN_POLICY ->
                    stamp(stamping, again(asked, asked.getMessageImprintDigest(), 0));
            case HAS_ANOTHER_ROOT -> stamp(stamping(root("CN=Other"), true), asked);
            case SIGNS_WITH_A_SERVERS_CERTIFICATE -> resigned(stamping(root, false), asked);
            case EDITS_WHAT_IT_SIGNED -> edited(stamp(stamping, asked));
            default -> stamp(stamping, asked);
        };
    }

    private static TimeStampRequest again(TimeStampRequest asked, byte[] digest, long nonce) {
        var request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        return request.generate(
                TSPAlgorithms.SHA256,
                digest,
                nonce == 0 ? asked.getNonce() : BigInteger.valueOf(nonce));
    }

    private byte[] stamp(Identity by, TimeStampRequest asked)
            throws GeneralSecurityException, TSPException, OperatorCreationException, IOException {
        return generator(by).generate(asked, BigInteger.valueOf(42), Date.from(now)).getEncoded();
    }

    private static TimeStampResponseGenerator generator(Identity by)
            throws GeneralSecurityException, TSPException, OperatorCreationException {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var tokens =
                new TimeStampTokenGenerator(
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .build(SIGNS_WITH, by.pair().getPrivate(), by.certificate()),
                        digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                        POLICY);
        tokens.addCertificates(certificates(by));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    }

    private static Store<?> certificates(Identity by) throws GeneralSecurityException {
        return new JcaCertStore(List.of(by.certificate()));
    }

    /** The same statement, signed by somebody whose certificate is for something else. */
    private byte[] resigned(Identity by, TimeStampRequest asked)
            throws GeneralSecurityException,
                    TSPException,
                    OperatorCreationException,
                    CMSException,
                    IOException {
        var token = new TimeStampResponse(stamp(stamping, asked)).getTimeStampToken();
        var content = (byte[]) token.toCMSSignedData().getSignedContent().getContent();
        var signing = new CMSSignedDataGenerator();
        ASN1Encodable signer =
                new SigningCertificateV2(
                        new ESSCertIDv2(
                                java.security.MessageDigest.getInstance("SHA-256")
                                        .digest(by.certificate().getEncoded())));
        signing.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .setSignedAttributeGenerator(
                                new DefaultSignedAttributeTableGenerator(
                                        new AttributeTable(
                                                new Attribute(
                                                        PKCSObjectIdentifiers
                                                                .id_aa_signingCertificateV2,
                                                        new DERSet(signer)))))
                        .build(SIGNS_WITH, by.pair().getPrivate(), by.certificate()));
        signing.addCertificates(certificates(by));
        return granted(
                signing.generate(
                        new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, content),
                        true));
    }

    private static byte[] granted(CMSSignedData token) throws IOException {
        return new TimeStampResp(
                        new PKIStatusInfo(org.bouncycastle.asn1.cmp.PKIStatus.granted),
                        token.toASN1Structure())
                .getEncoded("DER");
    }

    /** The last byte is one of the signature. */
    private static byte[] edited(byte[] reply) {
        reply[reply.length - 1] ^= 1;
        return reply;
    }

    /** A genuine token over that digest. */
    public static String tokenOf(TimeStamps stamps, dev.cordon.domain.kernel.Sha256 imprint) {
        var answer = stamps.authorities().getFirst().stamp(imprint);
        return ((dev.cordon.application.evidence.TimeStampAuthority.Answer.Stamped) answer).token();
    }

    static TimeStampToken read(String token) {
        return TokenCheck.read(Base64.getDecoder().decode(token)).orElseThrow();
    }

    private static Identity root(String name) {
        return identity(name, null, true, false);
    }

    private static Identity stamping(Identity root, boolean forStamping) {
        return identity("CN=Time", root, false, forStamping);
    }

    private static Identity identity(
            String name, Identity issuer, boolean isRoot, boolean forStamping) {
        try {
            var keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            var pair = keys.generateKeyPair();
            var builder =
                    new JcaX509v3CertificateBuilder(
                            issuer == null
                                    ? new X500Name(name)
                                    : new X500Name(
                                            issuer.certificate()
                                                    .getSubjectX500Principal()
                                                    .getName()),
                            BigInteger.valueOf(System.nanoTime()),
                            Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                            Date.from(Instant.parse("2040-01-01T00:00:00Z")),
                            new X500Name(name),
                            pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isRoot));
            if (!isRoot) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(
                                forStamping
                                        ? KeyPurposeId.id_kp_timeStamping
                                        : KeyPurposeId.id_kp_serverAuth));
            }
            var key = issuer == null ? pair.getPrivate() : issuer.pair().getPrivate();
            return new Identity(
                    pair,
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(
                                            new JcaContentSignerBuilder(SIGNS_WITH).build(key))));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
