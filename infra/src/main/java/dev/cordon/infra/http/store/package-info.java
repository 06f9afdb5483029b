/** Stores and their connections over HTTP. */
@NullMarked
package dev.cordon.infra.http.store;

import org.jspecify.annotations.NullMarked;
