/** Evidence and its chain of custody over HTTP. */
@NullMarked
package dev.cordon.infra.http.evidence;

import org.jspecify.annotations.NullMarked;
