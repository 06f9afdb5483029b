/** Use cases and ports of breaches: awareness, affected people, legal clocks. */
@NullMarked
package dev.cordon.application.breach;

import org.jspecify.annotations.NullMarked;
