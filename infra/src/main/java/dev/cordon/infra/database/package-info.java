/**
 * The PostgreSQL server: embedded in the data folder, or somebody else's by URL.
 *
 * <p>Two roles, always: the owner migrates the schema, the program runs as another role that owns
 * nothing and can rewrite neither custody nor history. Nobody logs in without a password, and the
 * embedded server listens on the loopback address alone.
 */
@NullMarked
package dev.cordon.infra.database;

import org.jspecify.annotations.NullMarked;
