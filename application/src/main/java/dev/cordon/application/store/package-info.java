/**
 * The stores in Cordon's care: adding them, checking what their keys allow, and reading orders,
 * customers, plugins and login sessions through the {@link
 * dev.cordon.application.store.StoreGateway}.
 *
 * <p>A store is asked outside of any transaction, and nothing here changes anything in a store.
 */
@NullMarked
package dev.cordon.application.store;

import org.jspecify.annotations.NullMarked;
