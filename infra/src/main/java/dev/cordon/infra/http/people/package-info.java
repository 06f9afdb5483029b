/** Who the caller is over HTTP. */
@NullMarked
package dev.cordon.infra.http.people;

import org.jspecify.annotations.NullMarked;
