package dev.cordon.infra.timestamp;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Who signed a time-stamp token, by the certificates that it carries (RFC 3161, sections 2.2 and
 * 2.3; which one, by RFC 5816). Whether one was revoked is not asked, since nothing here asks a
 * network.
 */
public final class TokenSigner {

    /** What the signature turned out to be. */
    public enum Signature {
        HOLDS,
        /** It holds, by a certificate that was not valid when it stamped. */
        OUT_OF_TIME,
        DOES_NOT_HOLD
    }

    /** Whether certificates lead from the signer's to a root (RFC 5280, section 6). */
    public enum Way {
        LEADS,
        /** They do, at another time than that of the stamp. */
        OUT_OF_TIME,
        LEADS_NOWHERE
    }

    private final TimeStampToken token;
    private final X509CertificateHolder certificate;

    private TokenSigner(TimeStampToken token, X509CertificateHolder certificate) {
        this.token = token;
        this.certificate = certificate;
    }

    /** Empty if the token does not carry its signer's certificate. */
    public static Optional<TokenSigner> of(TimeStampToken token) {
        return carried(token).stream()
                .filter(one -> token.getSID().match(one))
                .findFirst()
                .map(one -> new TokenSigner(token, one));
    }

    private static List<X509CertificateHolder> carried(TimeStampToken token) {
        return List.copyOf(token.getCertificates().getMatches(null));
    }

    /** The name in its certificate. */
    public String name() {
        return certificate.getSubject().toString();
    }

    /** One extended key usage, for time-stamping, and critical (section 2.3). */
    boolean isForTimeStamping() {
        try {
            TSPUtil.validateCertificate(certificate);
            return true;
        } catch (TSPException other) {
            return false;
        }
    }

    /** Of a certificate that is for something else, none holds. */
    public Signature signature() {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return Signature.HOLDS;
        } catch (TSPException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException not) {
            return isOutOfTime() ? Signature.OUT_OF_TIME : Signature.DOES_NOT_HOLD;
        }
    }

    /** All is well but the time, which the library does not tell apart. */
    private boolean isOutOfTime() {
        try {
            var key = encoded(certificate).getPublicKey();
            return !certificate.isValidOn(moment())
                    && isForTimeStamping()
                    && isNamed()
                    && token.isSignatureValid(new JcaSimpleSignerInfoVerifierBuilder().build(key));
        } catch (TSPException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException not) {
            return false;
        }
    }

    /** RFC 5035 and 2634: whether the signature is bound to this very certificate. */
    private boolean isNamed() throws GeneralSecurityException {
        var second =
                token.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (second == null) {
            var first =
                    token.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificate);
            var named = SigningCertificate.getInstance(first.getAttributeValues()[0]).getCerts()[0];
            return isDigest("SHA-1", named.getCertHash());
        }
        var named = SigningCertificateV2.getInstance(second.getAttributeValues()[0]).getCerts()[0];
        return isDigest(named.getHashAlgorithm().getAlgorithm().getId(), named.getCertHash());
    }

    private boolean isDigest(String algorithm, byte[] digest) throws GeneralSecurityException {
        return MessageDigest.isEqual(
                MessageDigest.getInstance(algorithm).digest(encoded(certificate).getEncoded()),
                digest);
    }

    private static X509Certificate encoded(X509CertificateHolder one)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(one);
    }

    /** By the certificates in the token, as they were valid when it stamped. */
    public Way leadsTo(List<X509Certificate> roots) {
        var anchors =
                roots.stream()
                        .map(root -> new TrustAnchor(root, null))
                        .collect(Collectors.toUnmodifiableSet());
        if (isPath(anchors, moment())) {
            return Way.LEADS;
        }
        // Where all certificates of a way are valid at once, they are when its youngest begins.
        return carried(token).stream().anyMatch(one -> isPath(anchors, one.getNotBefore()))
                ? Way.OUT_OF_TIME
                : Way.LEADS_NOWHERE;
    }

    private boolean isPath(Set<TrustAnchor> roots, Date at) {
        try {
            var sent = new ArrayList<X509Certificate>();
            for (var one : carried(token)) {
                sent.add(encoded(one));
            }
            var target = new X509CertSelector();
            target.setCertificate(encoded(certificate));
            var path = new PKIXBuilderParameters(roots, target);
            path.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
            path.setRevocationEnabled(false);
            path.setDate(at);
            CertPathBuilder.getInstance("PKIX").build(path);
            return true;
        } catch (GeneralSecurityException noPath) {
            return false;
        }
    }

    private Date moment() {
        return token.getTimeStampInfo().getGenTime();
    }
}
