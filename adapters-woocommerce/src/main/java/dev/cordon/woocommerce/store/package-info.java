/**
 * The {@link dev.cordon.application.store.StoreGateway} over WooCommerce's REST API v3 and
 * WordPress's REST API.
 *
 * <p>Reads alone, asks for no more personal data than is needed, sends a secret only over https,
 * follows no redirect and calls no private address.
 */
@NullMarked
package dev.cordon.woocommerce.store;

import org.jspecify.annotations.NullMarked;
