/**
 * Work that must happen, although the program may be stopped, killed or restarted meanwhile.
 *
 * <p>A job is stored in the transaction of the fact that asks for it and runs after the commit, by
 * one instance at a time, as a named automation with its own few permissions. What fails is tried
 * again ever later, and in the end parked where people see it; nothing is dropped.
 */
@NullMarked
package dev.cordon.infra.jobs;

import org.jspecify.annotations.NullMarked;
