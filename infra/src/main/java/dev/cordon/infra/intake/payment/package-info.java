/**
 * What payment providers tell by webhooks: their signatures, and what of their JSON becomes a line.
 *
 * <p>Nothing is read before its signature fits. A line holds what rules need: what happened, when,
 * why, ids, sums and the customer's address; never a card, a name or a mail address.
 */
@NullMarked
package dev.cordon.infra.intake.payment;

import org.jspecify.annotations.NullMarked;
