package dev.cordon.infra.timestamp;

import dev.cordon.domain.evidence.ledger.Anchor.Flaw;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Whether a token (RFC 3161, section 2.4.2) counts: it stamps what it should, the certificate in it
 * made its signature (sections 2.2 and 2.3; which certificate, by RFC 5816), and that one led to a
 * root when it stamped (RFC 5280, section 6). Whether it was revoked is not asked.
 */
final class TokenCheck {

    private final List<X509Certificate> roots;

    /**
     * @param roots those that count; none if every one does
     */
    TokenCheck(List<X509Certificate> roots) {
        this.roots = List.copyOf(roots);
    }

    Optional<Flaw> check(TimeStampToken token, Sha256 imprint) {
        var info = token.getTimeStampInfo();
        if (!NISTObjectIdentifiers.id_sha256.equals(info.getMessageImprintAlgOID())
                || !Arrays.equals(info.getMessageImprintDigest(), imprint.bytes())) {
            return Optional.of(Flaw.WRONG_IMPRINT);
        }
        var certificates = token.getCertificates().getMatches(null);
        var signers = certificates.stream().filter(one -> token.getSID().match(one)).toList();
        if (signers.size() != 1) {
            return Optional.of(Flaw.WRONG_SIGNATURE);
        }
        var signer = signers.getFirst();
        if (!isForTimeStamping(signer)) {
            return Optional.of(Flaw.WRONG_CERTIFICATE);
        }
        if (!isSignedBy(signer, token)) {
            return Optional.of(Flaw.WRONG_SIGNATURE);
        }
        return roots.isEmpty() || leadsToRoot(signer, certificates, info.getGenTime())
                ? Optional.empty()
                : Optional.of(Flaw.NOT_TRUSTED);
    }

    /** One extended key usage, for time-stamping, and critical (section 2.3). */
    private static boolean isForTimeStamping(X509CertificateHolder signer) {
        try {
            TSPUtil.validateCertificate(signer);
            return true;
        } catch (TSPException other) {
            return false;
        }
    }

    /** The signature, the signed digest of the certificate, and that it was valid at that time. */
    private static boolean isSignedBy(X509CertificateHolder signer, TimeStampToken token) {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            return true;
        } catch (TSPException
                | OperatorCreationException
                | GeneralSecurityException
                | IllegalArgumentException doesNotHold) {
            return false;
        }
    }

    /** When it was stamped, by the authority's clock. */
    static Instant at(TimeStampToken token) {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    private boolean leadsToRoot(
            X509CertificateHolder signer, Collection<X509CertificateHolder> certificates, Date at) {
        try {
            var converter = new JcaX509CertificateConverter();
            var sent = new ArrayList<X509Certificate>();
            for (var one : certificates) {
                sent.add(converter.getCertificate(one));
            }
            var target = new X509CertSelector();
            target.setCertificate(converter.getCertificate(signer));
            var path = new PKIXBuilderParameters(anchors(), target);
            path.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
            path.setDate(at);
            path.setRevocationEnabled(false);
            CertPathBuilder.getInstance("PKIX").build(path);
            return true;
        } catch (GeneralSecurityException noPath) {
            return false;
        }
    }

    private Set<TrustAnchor> anchors() {
        return roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
    }

    /** Reads a token's DER form; empty if it is none. */
    static Optional<TimeStampToken> read(byte[] der) {
        try {
            return Optional.of(new TimeStampToken(ContentInfo.getInstance(der)));
        } catch (TSPException | IOException | RuntimeException malformed) {
            return Optional.empty();
        }
    }
}
