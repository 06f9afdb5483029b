/**
 * Notices to affected people: drafted, approved by somebody else, sent once, proven.
 *
 * <p>Approval binds to a hash of exactly what was approved. An author never approves.
 */
@NullMarked
package dev.cordon.domain.notification;

import org.jspecify.annotations.NullMarked;
