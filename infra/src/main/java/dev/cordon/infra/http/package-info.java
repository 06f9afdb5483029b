/**
 * The HTTP API: {@code /api/v1} and {@code /ingest/v1}. Controllers translate and nothing else;
 * every decision is a use case's.
 *
 * <p>Errors are problem details (RFC 9457), edits carry {@code If-Match} (RFC 9110, section
 * 13.1.1), creates an {@code Idempotency-Key}. No session, no cookie: each request shows its token.
 */
@NullMarked
package dev.cordon.infra.http;

import org.jspecify.annotations.NullMarked;
