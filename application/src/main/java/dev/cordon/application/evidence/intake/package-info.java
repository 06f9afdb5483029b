/** Looks through content before it is taken into custody; reads it once, in bounded memory. */
@NullMarked
package dev.cordon.application.evidence.intake;

import org.jspecify.annotations.NullMarked;
