/**
 * An incident from triage to closing: its stage, its severity with reasons, its timeline.
 *
 * <p>Words from NIST SP 800-61r2 (triage, containment, eradication, recovery) and the incident
 * command system (commander, scribe). A closed incident is never edited.
 */
@NullMarked
package dev.cordon.domain.incident;

import org.jspecify.annotations.NullMarked;
