package dev.cordon.domain.detection;

import java.util.List;

/** What kind of attack a campaign is, with its techniques in MITRE ATT&CK. */
public enum FindingKind {
    /** Few addresses guess passwords, each with many tries. */
    LOGIN_BRUTEFORCE("T1110.001", "T1110.003"),
    /** Many addresses try stolen name and password pairs, each with few tries. */
    CREDENTIAL_STUFFING("T1110.004");

    private final List<String> techniques;

    FindingKind(String... techniques) {
        this.techniques = List.of(techniques);
    }

    /** The identifiers of the techniques, as in ATT&CK for Enterprise. */
    public List<String> techniques() {
        return techniques;
    }

    /** Whether a campaign that looked like the other one is now known to be more than that. */
    boolean outgrows(FindingKind other) {
        return compareTo(other) > 0;
    }
}
