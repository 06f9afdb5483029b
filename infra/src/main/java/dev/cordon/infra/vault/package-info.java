/**
 * Where the content of evidence lies: a folder of read-only files, each named by its own digest
 * (SHA-256, FIPS 180-4).
 *
 * <p>A file is wholly there or not at all, and is never written a second time.
 */
@NullMarked
package dev.cordon.infra.vault;

import org.jspecify.annotations.NullMarked;
