/**
 * Notices: written on the incident page, approved by somebody else exactly as recipients will read
 * them, and followed until each message has an outcome.
 */
@NullMarked
package dev.cordon.ui.notification;

import org.jspecify.annotations.NullMarked;
