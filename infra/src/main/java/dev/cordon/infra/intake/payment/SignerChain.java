package dev.cordon.infra.intake.payment;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * A signer's certificate and those between it and a root that is trusted (RFC 5280, section 6).
 *
 * @param signer named as PayPal names what it signs webhooks with
 */
record SignerChain(X509Certificate signer) {

    /** The general name of a host (RFC 5280, section 4.2.1.6). */
    private static final int DNS_NAME = 2;

    private static final int MOST = 10;
    private static final int SHORTEST_KEY = 2048;
    private static final Pattern NAME =
            Pattern.compile("messageverificationcerts(\\.[a-z0-9-]+)?\\.paypal\\.com");

    /**
     * @param chain certificates, that of the signer first
     * @throws GeneralSecurityException if it does not lead to a root, is not valid now, or is
     *     another's than PayPal's
     */
    static SignerChain of(byte[] chain, Set<TrustAnchor> roots) throws GeneralSecurityException {
        var found = certificates(chain);
        if (found.isEmpty() || found.size() > MOST) {
            throw new CertificateException("no chain of certificates");
        }
        var signer = found.getFirst();
        if (!isPayPals(signer)) {
            throw new CertificateException("not PayPal's certificate for webhooks");
        }
        if (!(signer.getPublicKey() instanceof RSAPublicKey key)
                || key.getModulus().bitLength() < SHORTEST_KEY) {
            throw new CertificateException("no RSA key of 2048 bits or more");
        }
        validate(signer, found, roots);
        return new SignerChain(signer);
    }

    static List<X509Certificate> certificates(byte[] pem) throws CertificateException {
        Collection<? extends Certificate> found =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(pem));
        return found.stream().map(X509Certificate.class::cast).toList();
    }

    /**
     * By the machine's own clock. Nobody is asked whether it was revoked: that would be one more
     * call outside.
     */
    private static void validate(
            X509Certificate signer, List<X509Certificate> all, Set<TrustAnchor> roots)
            throws GeneralSecurityException {
        var target = new X509CertSelector();
        target.setCertificate(signer);
        var asked = new PKIXBuilderParameters(roots, target);
        asked.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
        asked.setRevocationEnabled(false);
        var unused = CertPathBuilder.getInstance("PKIX").build(asked);
    }

    private static boolean isPayPals(X509Certificate signer) throws CertificateException {
        var names = signer.getSubjectAlternativeNames();
        if (names != null) {
            for (var name : names) {
                if (Integer.valueOf(DNS_NAME).equals(name.getFirst())
                        && NAME.matcher(String.valueOf(name.getLast())).matches()) {
                    return true;
                }
            }
        }
        return NAME.matcher(commonName(signer)).matches();
    }

    private static String commonName(X509Certificate signer) {
        try {
            return new LdapName(signer.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst()
                            .orElse("");
        } catch (InvalidNameException e) {
            return "";
        }
    }
}
