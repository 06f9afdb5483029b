/** The revisions of every record over HTTP. */
@NullMarked
package dev.cordon.infra.http.audit;

import org.jspecify.annotations.NullMarked;
