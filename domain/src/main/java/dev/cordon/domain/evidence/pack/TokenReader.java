package dev.cordon.domain.evidence.pack;

import java.time.Instant;

/** Checks time-stamp tokens (RFC 3161). */
@FunctionalInterface
public interface TokenReader {

    /** What a token turned out to be. */
    sealed interface Answer {

        /**
         * It stamps that data, and its signature holds.
         *
         * @param authority the name in the signer's certificate
         */
        record Stamps(Instant at, String authority, Trust trust) implements Answer {}

        /** It is no token, or its signature does not hold. */
        record Altered() implements Answer {}

        /** It stamps something else. */
        record OtherData() implements Answer {}
    }

    /** Whether the reader knows the authority. */
    enum Trust {
        /** Its certificate leads to the root that the reader gave. */
        KNOWN,
        /** It does not. */
        UNKNOWN,
        /** A certificate that it needs was not valid when it stamped. */
        OUT_OF_TIME,
        /** The reader gave no root. */
        NOT_ASKED
    }

    /**
     * @param token in DER
     * @param data what it should stamp
     */
    Answer check(byte[] token, byte[] data);
}
