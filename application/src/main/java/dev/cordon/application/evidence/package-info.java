/**
 * Use cases and ports of evidence: collect, preserve log lines, view, verify; and of the ledger.
 */
@NullMarked
package dev.cordon.application.evidence;

import org.jspecify.annotations.NullMarked;
