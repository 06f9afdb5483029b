package dev.cordon.ui.evidence;

import dev.cordon.application.evidence.AcceptEvidence;
import dev.cordon.application.evidence.ApproveDisposal;
import dev.cordon.application.evidence.DeclineEvidence;
import dev.cordon.application.evidence.HandOverEvidence;
import dev.cordon.application.evidence.HoldEvidence;
import dev.cordon.application.evidence.KeepEvidence;
import dev.cordon.application.evidence.PlanDisposal;
import dev.cordon.application.evidence.RefuseDisposal;
import dev.cordon.application.evidence.ReleaseEvidence;
import dev.cordon.application.evidence.SealEvidence;
import org.springframework.stereotype.Component;

/** What can be done with an item, in one piece for its menu. */
@Component
record CustodyVerbs(
        SealEvidence seal,
        HandOverEvidence handOver,
        AcceptEvidence accept,
        DeclineEvidence decline,
        KeepEvidence keep,
        HoldEvidence hold,
        ReleaseEvidence release,
        PlanDisposal planDisposal,
        ApproveDisposal approveDisposal,
        RefuseDisposal refuseDisposal) {}
