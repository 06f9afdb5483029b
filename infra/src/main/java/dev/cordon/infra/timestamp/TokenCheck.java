package dev.cordon.infra.timestamp;

import dev.cordon.domain.evidence.ledger.Anchor.Flaw;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Whether a token (RFC 3161, section 2.4.2) is taken for an anchor: it stamps what it should, its
 * signature holds, and its signer led to a root of the settings when it stamped.
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
        return TokenSigner.of(token).map(this::check).orElse(Optional.of(Flaw.WRONG_SIGNATURE));
    }

    private Optional<Flaw> check(TokenSigner signer) {
        if (!signer.isForTimeStamping()) {
            return Optional.of(Flaw.WRONG_CERTIFICATE);
        }
        return switch (signer.signature()) {
            case DOES_NOT_HOLD -> Optional.of(Flaw.WRONG_SIGNATURE);
            case OUT_OF_TIME -> Optional.of(Flaw.OUT_OF_TIME);
            case HOLDS -> roots.isEmpty() ? Optional.empty() : trust(signer.leadsTo(roots));
        };
    }

    private static Optional<Flaw> trust(TokenSigner.Way way) {
        return switch (way) {
            case LEADS -> Optional.empty();
            case OUT_OF_TIME -> Optional.of(Flaw.OUT_OF_TIME);
            case LEADS_NOWHERE -> Optional.of(Flaw.NOT_TRUSTED);
        };
    }

    /** When it was stamped, by the authority's clock. */
    static Instant at(TimeStampToken token) {
        return token.getTimeStampInfo().getGenTime().toInstant();
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
