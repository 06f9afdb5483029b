/** Alerts and log lines over HTTP. */
@NullMarked
package dev.cordon.infra.http.detection;

import org.jspecify.annotations.NullMarked;
