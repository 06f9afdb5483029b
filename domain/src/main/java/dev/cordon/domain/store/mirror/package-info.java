/**
 * The mirror of a store's orders and customers: as little of them as the question who is affected
 * needs, kept by Cordon because an attacker can change or delete what the store itself keeps.
 */
@NullMarked
package dev.cordon.domain.store.mirror;

import org.jspecify.annotations.NullMarked;
