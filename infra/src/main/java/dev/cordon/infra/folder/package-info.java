/**
 * The folder on disk where this installation keeps what is its own: embedded database, evidence,
 * keys, passwords.
 *
 * <p>Only the user that runs Cordon may read it. What is written here is either wholly there or not
 * at all.
 */
@NullMarked
package dev.cordon.infra.folder;

import org.jspecify.annotations.NullMarked;
