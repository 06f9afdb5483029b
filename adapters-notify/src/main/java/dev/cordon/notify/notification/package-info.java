/**
 * Notices on their way out: words to begin with, placeholders, SMTP (RFC 5321) and SMS.
 *
 * <p>Every call is bounded in time. What cannot be known to have arrived is never said to have.
 */
@NullMarked
package dev.cordon.notify.notification;

import org.jspecify.annotations.NullMarked;
