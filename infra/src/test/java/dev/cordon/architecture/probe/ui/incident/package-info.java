/** Probes: what must not be, so that the rules are seen red. */
@NullMarked
package dev.cordon.architecture.probe.ui.incident;

import org.jspecify.annotations.NullMarked;
