/** Incidents and their timelines over HTTP. */
@NullMarked
package dev.cordon.infra.http.incident;

import org.jspecify.annotations.NullMarked;
