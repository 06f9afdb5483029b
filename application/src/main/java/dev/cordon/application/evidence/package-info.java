/** Use cases and ports of evidence: collect, preserve log lines, view, verify. */
@NullMarked
package dev.cordon.application.evidence;

import org.jspecify.annotations.NullMarked;
