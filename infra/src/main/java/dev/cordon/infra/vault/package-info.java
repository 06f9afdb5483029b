/**
 * Where the content of evidence lies: encrypted under a key of its own, in read-only files below
 * its incident and its digest (SHA-256, FIPS 180-4).
 *
 * <p>Content is wholly there or not at all, and is never written a second time. Its key lies beside
 * it in a small file: who deletes that has shredded the content (crypto-shredding, NIST SP 800-88
 * revision 1, section 2.6), whatever the storage still holds.
 */
@NullMarked
package dev.cordon.infra.vault;

import org.jspecify.annotations.NullMarked;
