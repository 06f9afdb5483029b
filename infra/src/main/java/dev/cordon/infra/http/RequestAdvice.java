package dev.cordon.infra.http;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.detection.SourceTooFast;
import dev.cordon.application.evidence.EvidenceVault;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;

/** Answers a request that reached no use case, because it could not be read. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(RequestAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException refusal) {
        if (refusal.getRootCause() instanceof BodyTooLarge tooLarge) {
            return answer(tooLarge.problem());
        }
        return answer(
                ApiProblem.notUnderstood(
                        "The body is not the JSON that is asked for"
                                + place(refusal)
                                + ". Nothing was done. The contract: /api/v1/openapi.yaml"));
    }

    /** The field, and not the parser's own words: they repeat what was sent. */
    private static String place(HttpMessageNotReadableException refusal) {
        return refusal.getCause() instanceof DatabindException fault && !fault.getPath().isEmpty()
                ? ", at " + fault.getPathReference().replaceAll("[^\"]*(\"[^\"]*\")[^\"]*", "$1 ")
                : "";
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException refusal) {
        var fields =
                refusal.getFieldErrors().stream()
                        .map(
                                error ->
                                        Map.of(
                                                "field",
                                                error.getField(),
                                                "message",
                                                String.valueOf(error.getDefaultMessage())))
                        .toList();
        return answer(
                ApiProblem.notAccepted(
                        "Some fields break a rule. Nothing was done.", Map.of("fields", fields)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException refusal) {
        List<String> messages =
                refusal.getAllErrors().stream()
                        .map(error -> String.valueOf(error.getDefaultMessage()))
                        .toList();
        return answer(
                ApiProblem.notAccepted(
                        "Some values break a rule. Nothing was done.",
                        Map.of("messages", messages)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(TypeMismatchException refusal) {
        var name =
                refusal instanceof MethodArgumentTypeMismatchException argument
                        ? argument.getName()
                        : "a value";
        return answer(
                ApiProblem.notUnderstood(
                        name
                                + " has another form. Nothing was done. The contract:"
                                + " /api/v1/openapi.yaml"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(ServletRequestBindingException refusal) {
        return answer(
                ApiProblem.notUnderstood(refusal.getBody().getDetail() + " Nothing was done."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(
            HttpRequestMethodNotSupportedException refusal, HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException {
        if (!isOurs(request)) {
            throw refusal;
        }
        return ProblemAdvice.answer(
                new ApiProblem(
                        ProblemType.METHOD_NOT_ALLOWED,
                        refusal.getMethod() + " is not possible here. Nothing was done."),
                refusal.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> content(
            HttpMediaTypeNotSupportedException refusal, HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        if (!isOurs(request)) {
            throw refusal;
        }
        return ProblemAdvice.answer(
                new ApiProblem(
                        ProblemType.UNSUPPORTED_CONTENT,
                        "The Content-Type is not one that is read here. Nothing was done."),
                refusal.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> accept(
            HttpMediaTypeNotAcceptableException refusal, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        if (!isOurs(request)) {
            throw refusal;
        }
        return answer(
                new ApiProblem(
                        ProblemType.NOT_ACCEPTABLE,
                        "The answer does not come in a format that Accept names."));
    }

    /** A sender that waits so long and sends the same again loses nothing. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooFast(SourceTooFast refusal) {
        var headers = new HttpHeaders();
        long seconds = refusal.pause().plusMillis(999).toSeconds();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return ProblemAdvice.answer(
                new ApiProblem(ProblemType.TOO_MANY, refusal.getMessage()), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> spoolFull(LogSpool.SpoolFull refusal) {
        return answer(ApiProblem.unavailable(refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> storage(EvidenceVault.Unavailable silence) {
        LOG.warn("the storage of evidence is not available", silence);
        return answer(
                ApiProblem.unavailable(
                        "The storage of evidence refuses or gives no answer. Nothing was recorded;"
                                + " try again later. The program's log says why."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noEvents(EventsRefused refusal) {
        return answer(ApiProblem.notUnderstood(String.valueOf(refusal.getMessage())));
    }

    /** The connection broke off; nobody is there to read an answer. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenOff(IOException cause, HttpServletRequest request)
            throws IOException {
        if (!isOurs(request)) {
            throw cause;
        }
        if (cause instanceof BodyTooLarge tooLarge) {
            return answer(tooLarge.problem());
        }
        LOG.info("api request broke off path={}", request.getRequestURI());
        return answer(
                ApiProblem.notUnderstood(
                        "The content broke off before its end, or is not what its headers say."
                                + " Nothing was kept."));
    }

    private static boolean isOurs(HttpServletRequest request) {
        return ApiPaths.covers(request.getRequestURI());
    }

    private static ResponseEntity<ProblemDetail> answer(ApiProblem problem) {
        return ProblemAdvice.answer(problem, null);
    }
}
