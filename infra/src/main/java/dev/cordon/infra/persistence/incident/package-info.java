/** The rows of incidents, and the timeline, which is only added to. */
@NullMarked
package dev.cordon.infra.persistence.incident;

import org.jspecify.annotations.NullMarked;
