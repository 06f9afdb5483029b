/**
 * A WooCommerce store that Cordon looks after: what it is, how it is reached, what a key may do
 * there, and the few things read from it.
 *
 * <p>The words are WooCommerce's and WordPress's own: order, customer, application password,
 * consumer key. Secrets never appear in a text form of anything here.
 */
@NullMarked
package dev.cordon.domain.store;

import org.jspecify.annotations.NullMarked;
