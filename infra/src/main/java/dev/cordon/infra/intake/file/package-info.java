/**
 * Log files that are followed, here and on other hosts. Each line is taken in once: what was taken
 * is known by its bytes, whatever the file is called by now, and each batch has a name of its own.
 */
@NullMarked
package dev.cordon.infra.intake.file;

import org.jspecify.annotations.NullMarked;
