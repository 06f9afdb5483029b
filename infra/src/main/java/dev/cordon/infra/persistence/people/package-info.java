/** The rows of personal access tokens and of roles that are limited to some stores. */
@NullMarked
package dev.cordon.infra.persistence.people;

import org.jspecify.annotations.NullMarked;
