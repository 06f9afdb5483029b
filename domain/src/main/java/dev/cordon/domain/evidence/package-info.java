/**
 * Evidence items and the chain of custody over them.
 *
 * <p>Words from ISO/IEC 27037:2012 (collection, acquisition, preservation, chain of custody). A
 * custody entry is never changed; a broken chain is named at its first broken link.
 */
@NullMarked
package dev.cordon.domain.evidence;

import org.jspecify.annotations.NullMarked;
