/**
 * The composition root: the command line, the wiring of the program, and what holds at its start.
 *
 * <p>The one package of infra that names adapters and the console. What answers without a server
 * ({@code scan}) is wired here with {@code new} and must load no Spring class, so that it starts in
 * under a second.
 */
@NullMarked
package dev.cordon.infra.bootstrap;

import org.jspecify.annotations.NullMarked;
