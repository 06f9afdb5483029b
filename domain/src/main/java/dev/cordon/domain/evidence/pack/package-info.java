/**
 * Evidence packages: what one states, and how somebody who does not trust us checks it.
 *
 * <p>A package is a BagIt bag (RFC 8493) in one file. It is checked against itself, against the
 * ledger's proofs (RFC 9162) and against a key that the reader got another way. Nothing here
 * unpacks, asks a network or believes a name.
 */
@NullMarked
package dev.cordon.domain.evidence.pack;

import org.jspecify.annotations.NullMarked;
