/**
 * Who may do what: six roles, what each permits, and for which stores.
 *
 * <p>A role is a reviewed set of permissions in code. Rules about who relative to a thing (four
 * eyes) belong to the thing, not here.
 */
@NullMarked
package dev.cordon.domain.people;

import org.jspecify.annotations.NullMarked;
