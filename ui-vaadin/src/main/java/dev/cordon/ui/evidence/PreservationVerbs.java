package dev.cordon.ui.evidence;

import dev.cordon.application.evidence.CheckPreservation;
import dev.cordon.application.evidence.WaivePreservation;
import org.springframework.stereotype.Component;

/** What can be asked and decided before a step destroys something on a store. */
@Component
record PreservationVerbs(CheckPreservation check, WaivePreservation waive) {}
