/**
 * Evidence items with history, and the chains of custody, which have none: a link is added and
 * never changed, by database rights and by a trigger. So is the ledger over them.
 */
@NullMarked
package dev.cordon.infra.persistence.evidence;

import org.jspecify.annotations.NullMarked;
