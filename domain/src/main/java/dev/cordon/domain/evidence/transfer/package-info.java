/**
 * Packages in the hands of somebody outside: handed over, and what they answered. What lies in the
 * vault stays with its custodian.
 */
@NullMarked
package dev.cordon.domain.evidence.transfer;

import org.jspecify.annotations.NullMarked;
