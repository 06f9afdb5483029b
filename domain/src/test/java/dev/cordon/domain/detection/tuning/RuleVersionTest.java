package dev.cordon.domain.detection.tuning;

import static dev.cordon.domain.detection.DetectionFixtures.OMAR;
import static dev.cordon.domain.detection.DetectionFixtures.RITA;
import static dev.cordon.domain.detection.DetectionFixtures.SEEN;
import static dev.cordon.domain.detection.DetectionFixtures.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.tuning.RuleVersion.ApprovalOutcome;
import dev.cordon.domain.detection.tuning.RuleVersion.Phase;
import dev.cordon.domain.detection.tuning.RuleVersion.Refused;
import dev.cordon.domain.detection.tuning.RuleVersion.Stage;
import dev.cordon.domain.detection.tuning.RuleVersionEvent.RulesApprovalRefused;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RuleVersionTest {

    private static final Tuning LOWER = Tuning.NONE.counting("login-burst", 5);

    @Test
    void somebodyElseBringsExactlyWhatWasSubmittedIntoForce() {
        var submitted = submitted();

        var outcome = submitted.approve(LOWER.hash(), null, OMAR, SEEN);

        assertThat(outcome).isInstanceOf(ApprovalOutcome.Approved.class);
        assertThat(approved(outcome).phase())
                .isEqualTo(new Phase.InForce(OMAR, SEEN, LOWER.hash()));
    }

    @Test
    void anAuthorCannotApprove() {
        assertRefused(submitted(), RITA, Refused.AUTHOR_CANNOT_APPROVE);
    }

    @Test
    void whoeverEditedIsAnAuthorToo() {
        var edited = draft().edit(LOWER, "too quiet", OMAR, SEEN).state();

        assertRefused(edited.submit(RITA, SEEN).state(), OMAR, Refused.AUTHOR_CANNOT_APPROVE);
    }

    @Test
    void whoeverReadSomethingElseCannotApprove() {
        var outcome = submitted().approve(Tuning.NONE.hash(), null, OMAR, SEEN);

        assertThat(((ApprovalOutcome.Denied) outcome).why()).isEqualTo(Refused.CONTENT_CHANGED);
    }

    @Test
    void aDraftIsNotApproved() {
        assertRefused(draft(), OMAR, Refused.NOT_SUBMITTED);
    }

    @Test
    void whatIsInForceIsNotApprovedAgain() {
        var inForce = approved(submitted().approve(LOWER.hash(), null, OMAR, SEEN));

        assertRefused(inForce, OMAR, Refused.ALREADY_DECIDED);
    }

    @Test
    void whatWasInForceIsSuperseded() {
        var before = approved(submitted().approve(LOWER.hash(), null, OMAR, SEEN));

        var outcome = submitted().approve(LOWER.hash(), before, OMAR, SEEN.plusSeconds(60));

        var replaced = ((ApprovalOutcome.Approved) outcome).replaced();
        assertThat(replaced).isNotNull();
        assertThat(replaced.state().phase())
                .isEqualTo(new Phase.Superseded(OMAR, SEEN, LOWER.hash(), SEEN.plusSeconds(60)));
    }

    @Test
    void whatWasSubmittedDoesNotChange() {
        assertThatThrownBy(() -> submitted().edit(Tuning.NONE, "x", RITA, SEEN))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void whatIsSentBackIsADraftWithTheReason() {
        var back = submitted().sendBack(" too low ", OMAR, SEEN).state();

        assertThat(back.phase()).isEqualTo(new Phase.Draft("too low"));
        assertThat(back.edit(Tuning.NONE, "again", RITA, SEEN).state().tuning())
                .isEqualTo(Tuning.NONE);
    }

    @Test
    void nobodyAsksForOtherRulesWithoutAReason() {
        assertThatThrownBy(() -> draft().submit(RITA, SEEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVersionThatIsGivenUpStaysSo() {
        var discarded = submitted().discard("no need", RITA, SEEN).state();

        assertThat(discarded.stage()).isEqualTo(Stage.DISCARDED);
        assertRefused(discarded, OMAR, Refused.ALREADY_DECIDED);
        assertThatThrownBy(() -> discarded.submit(RITA, SEEN))
                .isInstanceOf(IllegalTransition.class);
    }

    private static RuleVersion draft() {
        return RuleVersion.draft(
                        new RuleVersionId(new UUID(0, 1)), STORE, 1, Tuning.NONE, RITA, SEEN)
                .state();
    }

    private static RuleVersion submitted() {
        return draft().edit(LOWER, "attacks are small here", RITA, SEEN)
                .state()
                .submit(RITA, SEEN)
                .state();
    }

    private static RuleVersion approved(ApprovalOutcome outcome) {
        return ((ApprovalOutcome.Approved) outcome).change().state();
    }

    private static void assertRefused(RuleVersion version, Actor.Person by, Refused why) {
        var outcome = version.approve(version.tuning().hash(), null, by, SEEN);

        var denied = (ApprovalOutcome.Denied) outcome;
        assertThat(denied.why()).isEqualTo(why);
        assertThat(denied.attempt().state()).isEqualTo(version);
        assertThat(denied.attempt().events()).hasOnlyElementsOfType(RulesApprovalRefused.class);
    }
}
