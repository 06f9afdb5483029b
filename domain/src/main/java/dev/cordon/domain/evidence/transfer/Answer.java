package dev.cordon.domain.evidence.transfer;

import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What became of a package that was handed over to somebody outside. */
public sealed interface Answer {

    /** Who recorded it here. */
    Actor.Person by();

    /** When it was recorded. */
    Instant at();

    /** The digest of the answer, bound to the hand-over that it answers. */
    Sha256 digest(Sha256 handedOver);

    /**
     * They have it as it left.
     *
     * @param signedBy who signed for it there
     * @param receivedAt when it reached them, as they say
     * @param document the item that holds what they signed or wrote
     * @param content its digest
     */
    record Receipt(
            String signedBy,
            Instant receivedAt,
            EvidenceId document,
            Sha256 content,
            Actor.Person by,
            Instant at)
            implements Answer {

        private static final int LONGEST = 200;

        public Receipt {
            signedBy = signedBy.strip();
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
            at = at.truncatedTo(ChronoUnit.MICROS);
            if (signedBy.isEmpty()
                    || signedBy.length() > LONGEST
                    || signedBy.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "a receipt is signed by somebody, named on one line of 200 characters");
            }
        }

        /** In the form {@code cordon/evidence/transfer/receipt/v1}. */
        @Override
        public Sha256 digest(Sha256 handedOver) {
            return Canonical.tagged("cordon/evidence/transfer/receipt/v1")
                    .add(handedOver)
                    .add(signedBy)
                    .add(receivedAt)
                    .add(document.toString())
                    .add(content)
                    .add(by.reference())
                    .add(at)
                    .sha256();
        }
    }

    /** There will be no receipt. */
    record Ended(Why why, String reason, Actor.Person by, Instant at) implements Answer {

        /** Why there will be none. A name is hashed and stays. */
        public enum Why {
            /** They did not take it. */
            REFUSED,
            /** It never arrived, or not as it left: what arrived has another digest. */
            NOT_ARRIVED,
            /** It was called back before they took it. */
            RECALLED
        }

        public Ended {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        /** In the form {@code cordon/evidence/transfer/ended/v1}. */
        @Override
        public Sha256 digest(Sha256 handedOver) {
            return Canonical.tagged("cordon/evidence/transfer/ended/v1")
                    .add(handedOver)
                    .add(why.name())
                    .add(reason)
                    .add(by.reference())
                    .add(at)
                    .sha256();
        }
    }
}
