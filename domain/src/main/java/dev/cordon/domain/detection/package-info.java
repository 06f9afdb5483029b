/**
 * What detection found: findings, and the alerts that people see, take, escalate or dismiss.
 *
 * <p>One campaign is one finding and one alert that grows and names every attacking address.
 * Techniques are named as in MITRE ATT&CK. An alert is not an incident and knows none: the incident
 * it led to is an opaque reference.
 */
@NullMarked
package dev.cordon.domain.detection;

import org.jspecify.annotations.NullMarked;
