package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.kernel.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Time stamps by authorities outside (RFC 3161), as the settings have them. */
public interface TimeStamps {

    /** Those that are asked; none unless set. */
    List<TimeStampAuthority> authorities();

    /** How often a ledger that grew is stamped. */
    Duration every();

    /**
     * What is wrong with a token, whoever made it and whenever: whether it stamps that digest, its
     * signature holds, its certificate is for time-stamping alone (section 2.3) and led to a root
     * of the settings when it stamped. Without roots in the settings that last thing is not asked.
     */
    Optional<Anchor.Flaw> check(Anchor anchor, Sha256 imprint);
}
