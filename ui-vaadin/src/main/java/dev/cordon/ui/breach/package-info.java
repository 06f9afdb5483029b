/**
 * Who is affected, said honestly, and the legal clocks on the incident page.
 *
 * <p>Wherever a number of people stands, it says whether it is exact or an upper bound.
 */
@NullMarked
package dev.cordon.ui.breach;

import org.jspecify.annotations.NullMarked;
