/**
 * People: how those who act are called, who holds which role for which stores, and personal access
 * tokens.
 */
@NullMarked
package dev.cordon.ui.people;

import org.jspecify.annotations.NullMarked;
