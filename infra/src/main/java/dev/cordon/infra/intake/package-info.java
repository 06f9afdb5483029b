/**
 * The doors for log lines that are not HTTP: syslog. What comes in goes the way of every batch of
 * lines, and nothing is read that cannot be kept.
 */
@NullMarked
package dev.cordon.infra.intake;

import org.jspecify.annotations.NullMarked;
