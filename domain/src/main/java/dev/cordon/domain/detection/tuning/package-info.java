/**
 * How a store's detection differs from what comes with the program: thresholds, rules that are
 * switched off, networks whose owners are known, rules of the store's own.
 *
 * <p>Whatever is changed is a numbered version that somebody else approved, and takes effect as it
 * was approved and no other way. Rules are Sigma's (Sigma 2.1). What has to do with memory is the
 * operator's and no part of it.
 */
@NullMarked
package dev.cordon.domain.detection.tuning;

import org.jspecify.annotations.NullMarked;
