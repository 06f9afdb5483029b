package dev.cordon.ui.evidence;

import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.evidence.EvidenceQueries;
import dev.cordon.application.evidence.LookAtEvidence;
import dev.cordon.application.evidence.ReadManifest;
import dev.cordon.application.evidence.VerifyEvidence;
import dev.cordon.application.evidence.ViewEvidence;
import dev.cordon.application.kernel.Caller;
import dev.cordon.ui.kernel.LongWork;
import org.springframework.stereotype.Component;

/** What can be read of evidence and done with it, in one piece for the tab. */
@Component
record EvidenceActions(
        EvidenceQueries queries,
        AlertQueries alerts,
        PreserveVerbs preserve,
        Pieces pieces,
        ReadManifest manifest,
        LookAtEvidence look,
        ViewEvidence view,
        VerifyEvidence verify,
        CustodyVerbs verbs,
        PackageVerbs packages,
        TransferVerbs transfers,
        AcquisitionVerbs acquisitions,
        PreservationVerbs preservation,
        LongWork work,
        Caller caller) {}
