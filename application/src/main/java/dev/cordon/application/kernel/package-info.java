/** What every use case needs from outside: the caller, time-ordered ids, one unit of work. */
@NullMarked
package dev.cordon.application.kernel;

import org.jspecify.annotations.NullMarked;
