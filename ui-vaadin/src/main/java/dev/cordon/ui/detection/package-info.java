/**
 * Alerts: the list to triage, an alert with every attacking address and why it is named, and how
 * well the logs are understood.
 */
@NullMarked
package dev.cordon.ui.detection;

import org.jspecify.annotations.NullMarked;
