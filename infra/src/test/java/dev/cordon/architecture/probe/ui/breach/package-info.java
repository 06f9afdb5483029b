/** Probes: what must not be, so that the rules are seen red. */
@NullMarked
package dev.cordon.architecture.probe.ui.breach;

import org.jspecify.annotations.NullMarked;
