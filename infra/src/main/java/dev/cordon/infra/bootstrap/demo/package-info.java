/**
 * What only the demonstration has: a stand-in store on this machine, the data it starts with, and
 * the replay of a recorded attack.
 *
 * <p>Nothing here runs in the real program. Every person in it is made up and says so.
 */
@NullMarked
package dev.cordon.infra.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
