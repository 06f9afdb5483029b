/** What an auditor reads: every revision, who made it, through what, why, and what it changed. */
@NullMarked
package dev.cordon.ui.audit;

import org.jspecify.annotations.NullMarked;
