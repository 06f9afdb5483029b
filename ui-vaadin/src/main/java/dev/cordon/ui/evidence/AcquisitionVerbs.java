package dev.cordon.ui.evidence;

import dev.cordon.application.evidence.AcquireFromStore;
import dev.cordon.application.evidence.AcquisitionQueries;
import dev.cordon.application.evidence.CancelAcquisition;
import org.springframework.stereotype.Component;

/** What can be done about taking evidence from a store. */
@Component
record AcquisitionVerbs(
        AcquireFromStore acquire, CancelAcquisition cancel, AcquisitionQueries queries) {}
