/**
 * Who calls, what they may do and for which stores: decided once, before a use case begins.
 *
 * <p>The one place that turns a login, a token or a job into a {@link
 * dev.cordon.application.kernel.Caller}. Nothing is permitted by default, and no view and no
 * controller decides anything here.
 */
@NullMarked
package dev.cordon.infra.security;

import org.jspecify.annotations.NullMarked;
