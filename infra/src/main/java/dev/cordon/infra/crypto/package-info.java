/**
 * Nothing secret at rest in clear: store credentials and the personal data of customers are
 * encrypted under a key of their subject, and that key under one that lies outside the database
 * (envelope encryption, NIST SP 800-57 part 1, section 6.2.1).
 *
 * <p>Whoever deletes a subject's key has deleted its data, in backups too. A ciphertext is bound to
 * its row: moved elsewhere it does not open.
 *
 * <p>Files have a key each, wrapped in their own head, so that they need no database. The key that
 * signs the ledger lies beside the master key.
 */
@NullMarked
package dev.cordon.infra.crypto;

import org.jspecify.annotations.NullMarked;
