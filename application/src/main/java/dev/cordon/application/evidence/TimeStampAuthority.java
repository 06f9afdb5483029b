package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;

/** Somebody outside who stamps digests with the time (RFC 3161). */
public interface TimeStampAuthority {

    /** What came of asking. */
    sealed interface Answer {

        /**
         * A token that was checked as {@link TimeStamps#check} checks it.
         *
         * @param token base64 of its DER form
         * @param at when it was stamped, by the authority's clock
         */
        record Stamped(String token, Instant at) implements Answer {}

        /**
         * @param detail what went wrong in a sentence, without secrets
         */
        record Failed(Anchor.Flaw why, String detail) implements Answer {}
    }

    /** How it is called: its host, as the settings have it. */
    String name();

    /** Asks over HTTP (section 3.4), bounded in time and size. Asking twice gives two tokens. */
    Answer stamp(Sha256 imprint);
}
