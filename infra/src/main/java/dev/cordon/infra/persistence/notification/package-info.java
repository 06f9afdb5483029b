/**
 * Notices with history, and the deliveries of their messages.
 *
 * <p>Recipients are encrypted under a key of the notice's own. What became of a message is added
 * and never changed.
 */
@NullMarked
package dev.cordon.infra.persistence.notification;

import org.jspecify.annotations.NullMarked;
