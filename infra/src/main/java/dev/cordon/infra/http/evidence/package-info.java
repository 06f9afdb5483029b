/** Evidence, its chain of custody and the ledger over HTTP. */
@NullMarked
package dev.cordon.infra.http.evidence;

import org.jspecify.annotations.NullMarked;
