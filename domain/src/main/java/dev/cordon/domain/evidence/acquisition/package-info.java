/**
 * Taking into custody what a connected store holds: what there is, in which order, and how far it
 * came.
 *
 * <p>Words from ISO/IEC 27037:2012 (acquisition); the order is that of RFC 3227, section 2.1.
 */
@NullMarked
package dev.cordon.domain.evidence.acquisition;

import org.jspecify.annotations.NullMarked;
