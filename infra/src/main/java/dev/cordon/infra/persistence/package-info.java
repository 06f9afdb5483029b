/**
 * How decisions are stored: rows audited by Hibernate Envers, with a revision that says who,
 * through which use case and why.
 *
 * <p>The domain is not mapped. Each {@code …Row} copies a record into the managed row, never a new
 * row over an old one, and no collection is replaced: either would write history that did not
 * happen. What may only be added to is written by JDBC and audited by nobody.
 */
@NullMarked
package dev.cordon.infra.persistence;

import org.jspecify.annotations.NullMarked;
