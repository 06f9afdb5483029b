/**
 * What every view shares: texts, times in the viewer's zone, a few components, and the small types
 * with which a feature contributes to the rail, to the situation and to the command palette.
 *
 * <p>Knows no feature. A view shows and asks; it decides nothing and holds no rule.
 */
@NullMarked
package dev.cordon.ui.kernel;

import org.jspecify.annotations.NullMarked;
