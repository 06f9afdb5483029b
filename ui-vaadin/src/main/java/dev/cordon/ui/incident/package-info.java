/**
 * Incidents: the list, and the page with its war-room header.
 *
 * <p>The page gathers what other features contribute (tabs, clocks, next steps) and names none of
 * them.
 */
@NullMarked
package dev.cordon.ui.incident;

import org.jspecify.annotations.NullMarked;
