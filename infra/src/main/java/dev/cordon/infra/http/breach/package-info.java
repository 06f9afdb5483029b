/** Affected people and legal clocks over HTTP. */
@NullMarked
package dev.cordon.infra.http.breach;

import org.jspecify.annotations.NullMarked;
