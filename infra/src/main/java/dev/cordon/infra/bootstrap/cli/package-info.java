/**
 * Words of the command line that need no server: wired with {@code new}, without Spring, started in
 * a fraction of a second.
 */
@NullMarked
package dev.cordon.infra.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
