/** Probes: what must not be, so that the rules are seen red. */
@NullMarked
package dev.cordon.architecture.probe.ui.evidence;

import org.jspecify.annotations.NullMarked;
