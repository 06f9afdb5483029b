/** Probes: what must not be, so that the rules are seen red. */
@NullMarked
package dev.cordon.architecture.probe.application.store;

import org.jspecify.annotations.NullMarked;
