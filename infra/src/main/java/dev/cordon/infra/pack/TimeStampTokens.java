package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.pack.TimeStamps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/**
 * Tokens of RFC 3161, with the certificates that they carry: a bare token or a whole response.
 * Revocation is not asked for, since nothing here asks a network.
 */
public final class TimeStampTokens implements TimeStamps {

    /** GeneralizedTime of RFC 3161, section 2.4.2. */
    private static final DateTimeFormatter GENERALIZED =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuuMMddHHmmss")
                    .optionalStart()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                    .optionalEnd()
                    .appendLiteral("Z")
                    .toFormatter(Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Set<TrustAnchor> roots;

    /**
     * @param roots certificates that the reader trusts; none if the reader gave none
     */
    public TimeStampTokens(List<X509Certificate> roots) {
        this.roots =
                roots.stream()
                        .map(root -> new TrustAnchor(root, null))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads certificates, PEM or DER, as many as there are.
     *
     * @throws GeneralSecurityException if they are none
     */
    public static List<X509Certificate> certificates(byte[] file) throws GeneralSecurityException {
        var read =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(file))
                        .stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        if (read.isEmpty()) {
            throw new GeneralSecurityException("there is no certificate in it");
        }
        return read;
    }

    @Override
    public Answer check(byte[] bytes, byte[] data) {
        try {
            var token = token(bytes);
            var facts = token.getTimeStampInfo();
            var digest = MessageDigest.getInstance(facts.getMessageImprintAlgOID().getId());
            if (!MessageDigest.isEqual(digest.digest(data), facts.getMessageImprintDigest())) {
                return new Answer.OtherData();
            }
            var signer = signer(token);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            return new Answer.Stamps(
                    time(facts), signer.getSubject().toString(), trust(token, signer));
        } catch (TSPException
                | CMSException
                | IOException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException notOne) {
            // The library answers malformed bytes with whatever happens to fail.
            return new Answer.Altered();
        }
    }

    /** As the token writes it: in UTC, with or without a fraction of the second. */
    private static Instant time(TimeStampTokenInfo facts) {
        return GENERALIZED.parse(
                facts.toASN1Structure().getGenTime().getTimeString(), Instant::from);
    }

    private static TimeStampToken token(byte[] bytes)
            throws TSPException, CMSException, IOException {
        try {
            return new TimeStampToken(new CMSSignedData(bytes));
        } catch (CMSException noToken) {
            var token = new TimeStampResponse(bytes).getTimeStampToken();
            if (token == null) {
                throw noToken;
            }
            return token;
        }
    }

    private static X509CertificateHolder signer(TimeStampToken token) throws TSPException {
        var matching = token.getCertificates().getMatches(token.getSID()).iterator();
        if (!matching.hasNext()) {
            throw new TSPException("the signer's certificate is not in it");
        }
        return (X509CertificateHolder) matching.next();
    }

    private Trust trust(TimeStampToken token, X509CertificateHolder signer)
            throws GeneralSecurityException, IOException {
        if (roots.isEmpty()) {
            return Trust.NOT_ASKED;
        }
        var target = new X509CertSelector();
        target.setCertificate(certificates(signer.getEncoded()).getFirst());
        var path = new PKIXBuilderParameters(roots, target);
        path.addCertStore(
                CertStore.getInstance(
                        "Collection", new CollectionCertStoreParameters(carried(token))));
        path.setRevocationEnabled(false);
        path.setDate(token.getTimeStampInfo().getGenTime());
        try {
            CertPathBuilder.getInstance("PKIX").build(path);
            return Trust.KNOWN;
        } catch (GeneralSecurityException leadsNowhere) {
            return Trust.UNKNOWN;
        }
    }

    private static List<X509Certificate> carried(TimeStampToken token)
            throws GeneralSecurityException, IOException {
        var carried = new ArrayList<X509Certificate>();
        for (var holder : token.getCertificates().getMatches(null)) {
            carried.addAll(certificates(((X509CertificateHolder) holder).getEncoded()));
        }
        return carried;
    }
}
