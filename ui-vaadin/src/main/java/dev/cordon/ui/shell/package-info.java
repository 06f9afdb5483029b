/**
 * The console's frame: rail, top bar, situation, login, palette and what is said when something
 * goes wrong.
 *
 * <p>Names no feature: each contributes its entry, its cards and its targets. The only place that
 * pushes to browsers.
 */
@NullMarked
package dev.cordon.ui.shell;

import org.jspecify.annotations.NullMarked;
