/** Time, ids and transactions: what use cases are given of the world outside. */
@NullMarked
package dev.cordon.infra.kernel;

import org.jspecify.annotations.NullMarked;
