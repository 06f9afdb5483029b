/**
 * The marks of a use case, the only place where the application sees Spring.
 *
 * <p>A type marked here is a bean; the composition root's interceptor reads {@link
 * dev.cordon.application.stereotype.Requires} and refuses what does not carry it.
 */
@NullMarked
package dev.cordon.application.stereotype;

import org.jspecify.annotations.NullMarked;
