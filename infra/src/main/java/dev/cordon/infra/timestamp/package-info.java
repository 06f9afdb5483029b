/**
 * Time stamps by authorities outside, as RFC 3161 (with RFC 5816) has them: the request by HTTP,
 * and what a token must be to count as one.
 *
 * <p>What is sent is the digest of a checkpoint and a random number, and nothing of what it is
 * about.
 */
@NullMarked
package dev.cordon.infra.timestamp;

import org.jspecify.annotations.NullMarked;
