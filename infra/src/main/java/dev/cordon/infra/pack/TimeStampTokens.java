package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.pack.TokenReader;
import dev.cordon.infra.timestamp.TokenSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/**
 * Tokens of RFC 3161, with the certificates that they carry: a bare token or a whole response.
 * Revocation is not asked for, since nothing here asks a network.
 */
public final class TimeStampTokens implements TokenReader {

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

    private final List<X509Certificate> roots;

    /**
     * @param roots certificates that the reader trusts; none if the reader gave none
     */
    public TimeStampTokens(List<X509Certificate> roots) {
        this.roots = List.copyOf(roots);
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
            var signer = TokenSigner.of(token).orElseThrow(() -> new TSPException("unsigned"));
            var trust =
                    switch (signer.signature()) {
                        case DOES_NOT_HOLD -> throw new TSPException("altered");
                        case OUT_OF_TIME -> Trust.OUT_OF_TIME;
                        case HOLDS -> trust(signer);
                    };
            return new Answer.Stamps(time(facts), signer.name(), trust);
        } catch (TSPException
                | CMSException
                | IOException
                | GeneralSecurityException
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

    private Trust trust(TokenSigner signer) {
        return roots.isEmpty()
                ? Trust.NOT_ASKED
                : switch (signer.leadsTo(roots)) {
                    case LEADS -> Trust.KNOWN;
                    case OUT_OF_TIME -> Trust.OUT_OF_TIME;
                    case LEADS_NOWHERE -> Trust.UNKNOWN;
                };
    }
}
