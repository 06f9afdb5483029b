/**
 * Evidence on the incident page: what is held, who held it, whether it is unchanged, and the way to
 * hand in more.
 */
@NullMarked
package dev.cordon.ui.evidence;

import org.jspecify.annotations.NullMarked;
