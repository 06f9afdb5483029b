/** Stores in care: what a key may and may not do there, and what the store says of itself. */
@NullMarked
package dev.cordon.ui.store;

import org.jspecify.annotations.NullMarked;
