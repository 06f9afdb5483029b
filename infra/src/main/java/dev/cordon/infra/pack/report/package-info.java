/**
 * The custody report of a package: what it states, for people who read paper. It proves nothing and
 * says so. Whatever an item says of itself gets in as text and as nothing else.
 */
@NullMarked
package dev.cordon.infra.pack.report;

import org.jspecify.annotations.NullMarked;
