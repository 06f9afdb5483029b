/**
 * The watch over a store's payment page: which scripts may run where customers enter their cards,
 * and what differs from that (PCI DSS 4.0.1, requirements 6.4.3 and 11.6.1).
 */
@NullMarked
package dev.cordon.domain.store.paymentpage;

import org.jspecify.annotations.NullMarked;
