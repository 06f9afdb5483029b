package dev.cordon.infra.http;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every kind of error that the API answers with. */
enum ProblemType {
    NOT_UNDERSTOOD(HttpStatus.BAD_REQUEST, "The request could not be understood"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid token is needed"),
    SIGNATURE(HttpStatus.UNAUTHORIZED, "A valid signature is needed"),
    DENIED(HttpStatus.FORBIDDEN, "You may not do this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This cannot be done to it"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer has another format"),
    ILLEGAL_TRANSITION(HttpStatus.CONFLICT, "Its state does not allow this"),
    REFUSED(HttpStatus.CONFLICT, "A rule refuses this"),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT, "Somebody else changed it meanwhile"),
    KEY_IN_USE(HttpStatus.CONFLICT, "A request with this key was begun"),
    STALE(HttpStatus.PRECONDITION_FAILED, "Somebody else changed it since you read it"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The content is too large"),
    UNSUPPORTED_CONTENT(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content has another format"),
    NOT_ACCEPTED(HttpStatus.UNPROCESSABLE_CONTENT, "The content breaks a rule"),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "This key was used for another request"),
    VERSION_NEEDED(HttpStatus.PRECONDITION_REQUIRED, "Say which version you saw"),
    KEY_NEEDED(HttpStatus.PRECONDITION_REQUIRED, "An Idempotency-Key is needed"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "Something failed inside Cordon"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Cordon cannot answer right now");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** What a program compares: {@code urn:cordon:problem:not-found}. */
    URI uri() {
        return URI.create(
                "urn:cordon:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
