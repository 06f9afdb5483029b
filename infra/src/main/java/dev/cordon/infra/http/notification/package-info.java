/** Notices, their approval and what became of each message over HTTP. */
@NullMarked
package dev.cordon.infra.http.notification;

import org.jspecify.annotations.NullMarked;
