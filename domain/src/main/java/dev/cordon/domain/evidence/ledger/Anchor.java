package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * What an authority outside says about a checkpoint: that it was there at that time (RFC 3161).
 *
 * @param size which checkpoint's
 * @param authority who says it, as the settings name it
 * @param at when, by the authority's own clock
 * @param token base64 of the TimeStampToken (section 2.4.2), in DER
 */
public record Anchor(long size, String authority, Instant at, String token) {

    /** What the token speaks of: the digest of the whole signed note, as UTF-8. */
    public static Sha256 imprint(SignedCheckpoint checkpoint) {
        return Sha256.of(checkpoint.note().getBytes(StandardCharsets.UTF_8));
    }

    /** What its own leaf is found by, so that an anchor that is gone is missed. */
    public String subject() {
        return size + "/" + authority;
    }

    /** What its leaf says that it is: the digest of the token. */
    public Sha256 content() {
        return Sha256.of(Base64.getDecoder().decode(token));
    }

    /** Why a checkpoint has no time stamp yet, or a token is not taken for one. */
    public enum Flaw {
        /** The authority does not answer, or not as one. */
        NO_ANSWER,
        /** It answers that it does not stamp this. */
        REFUSED,
        /** What it sends is no time-stamp token. */
        MALFORMED,
        /** It answers another request than ours. */
        WRONG_NONCE,
        /** It stamps something else. */
        WRONG_IMPRINT,
        /** It stamps under another policy than the one asked for. */
        WRONG_POLICY,
        /** Its time is not the one that is recorded. */
        WRONG_TIME,
        /** The signature does not hold: it was changed, or somebody else made it. */
        WRONG_SIGNATURE,
        /** Its certificate is not for time-stamping alone (section 2.3). */
        WRONG_CERTIFICATE,
        /** Its certificate does not lead to a root that the settings name. */
        NOT_TRUSTED,
        /** A certificate on the way to that root was not valid when it stamped. */
        OUT_OF_TIME
    }
}
