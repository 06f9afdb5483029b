/**
 * What there is in a store: software, people with rights, keys, and settings that decide over it
 * all; what people approved of it, and what differs from that (NIST SP 800-128, configuration
 * baseline). Holds no secret: what is secret is known by its fingerprint or its last characters.
 */
@NullMarked
package dev.cordon.domain.store.inventory;

import org.jspecify.annotations.NullMarked;
