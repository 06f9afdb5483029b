/**
 * The history that Envers writes, read back as plain SQL: revisions, and what each changed, field
 * by field. Reads only.
 */
@NullMarked
package dev.cordon.infra.persistence.audit;

import org.jspecify.annotations.NullMarked;
