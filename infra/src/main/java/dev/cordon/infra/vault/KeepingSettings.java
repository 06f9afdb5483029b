package dev.cordon.infra.vault;

import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.evidence.KeepingSchedule;
import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long evidence is kept.
 *
 * @param keep after it was received, three years for want of another word
 * @param keepKinds other periods for some kinds
 */
@ConfigurationProperties("cordon.evidence")
record KeepingSettings(
        @DefaultValue("P3Y") Period keep, @DefaultValue Map<EvidenceKind, Period> keepKinds) {

    KeepingSchedule schedule() {
        return new KeepingSchedule(keepKinds, keep);
    }
}
