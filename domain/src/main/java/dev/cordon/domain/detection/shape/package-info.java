/**
 * What a text looks like to the thing it is aimed at: a database, a browser, a shell, PHP.
 *
 * <p>Texts are decoded first, as often as a careless program would, and then read the way their
 * target would read them. Words alone prove nothing: a shop's customers search for "western union
 * select gift card" and "o'neill". Everything here is linear in the text's length.
 */
@NullMarked
package dev.cordon.domain.detection.shape;

import org.jspecify.annotations.NullMarked;
