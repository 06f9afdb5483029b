package dev.cordon.infra.evidence;

import dev.cordon.application.evidence.ApproveDisposal;
import dev.cordon.application.evidence.CarryOutDisposal;
import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.PlanDisposal;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;

/** How an item ends, in the program given: two people agree, and a job destroys. */
final class EndingSteps {

    private final EvidenceSteps steps;

    EndingSteps(EvidenceSteps steps) {
        this.steps = steps;
    }

    void agreeOn(EvidenceItem item) {
        EvidenceSteps.asCarla(
                () -> {
                    steps.bean(PlanDisposal.class)
                            .plan(new PlanDisposal.Command(item.id(), "trial"));
                    return true;
                });
        var seen = steps.items(item.incident()).getFirst().version();
        EvidenceSteps.as(
                "petra",
                Role.PRIVACY_OFFICER,
                () -> {
                    steps.bean(ApproveDisposal.class)
                            .approve(new ApproveDisposal.Command(item.id(), seen));
                    return true;
                });
    }

    void carryOut(EvidenceItem item) {
        EvidenceSteps.as(
                AutomationPolicy.EVIDENCE_KEEPER,
                () -> {
                    steps.bean(CarryOutDisposal.class).carryOut(item.id());
                    return true;
                });
    }

    boolean isInVault(EvidenceItem item) {
        return EvidenceSteps.asCarla(
                () -> steps.bean(EvidenceVault.class).holds(item.incident(), item.content()));
    }
}
