/** Reads the history that Envers writes: revisions, and what each did to every record. */
@NullMarked
package dev.cordon.infra.persistence.audit;

import org.jspecify.annotations.NullMarked;
