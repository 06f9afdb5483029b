/**
 * Log lines come in, alerts come out, people triage them.
 *
 * <p>Lines are safe on disk before they are acknowledged; detection reads them from there, also
 * again after a crash. A campaign is one alert however often its lines are read.
 */
@NullMarked
package dev.cordon.application.detection;

import org.jspecify.annotations.NullMarked;
