/** What an auditor reads: the revisions of every record, who made them and why. */
@NullMarked
package dev.cordon.application.audit;

import org.jspecify.annotations.NullMarked;
