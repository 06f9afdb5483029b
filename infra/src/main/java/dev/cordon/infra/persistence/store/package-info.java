/**
 * Stores with history, what their connection checks found, and, encrypted under each store's own
 * key, what opens them.
 */
@NullMarked
package dev.cordon.infra.persistence.store;

import org.jspecify.annotations.NullMarked;
