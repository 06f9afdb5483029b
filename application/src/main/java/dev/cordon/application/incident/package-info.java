/** Use cases and ports of incidents: escalate, acknowledge, work, note, read. */
@NullMarked
package dev.cordon.application.incident;

import org.jspecify.annotations.NullMarked;
