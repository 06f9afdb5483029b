package dev.cordon.infra.http;

import dev.cordon.application.kernel.Caller.PersonRequired;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.people.PeopleDirectory.DirectoryUnreachable;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in plain words what went wrong: one sentence for each thing that can. */
@RestControllerAdvice(basePackages = "dev.cordon.infra.http")
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Of PostgreSQL, after the SQL standard's class 23. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final Ids ids;

    ProblemAdvice(Ids ids) {
        this.ids = ids;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> known(ApiProblem problem) {
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(Denied denied) {
        var needed = denied.needed();
        return answer(
                needed == null
                        ? new ApiProblem(
                                ProblemType.DENIED, "Nobody may call this. Nothing was done.")
                        : new ApiProblem(
                                ProblemType.DENIED,
                                "This takes a permission that you, or your token, do not have."
                                        + " Nothing was done. Ask somebody who has it.",
                                Map.of(
                                        "needed", needed.name(),
                                        "roles",
                                                Role.permitting(needed).stream()
                                                        .map(Role::id)
                                                        .sorted()
                                                        .toList())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> personRequired(PersonRequired refusal) {
        return answer(
                new ApiProblem(ProblemType.DENIED, "Only a person may do this. Nothing was done."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound missing) {
        return answer(new ApiProblem(ProblemType.NOT_FOUND, missing.getMessage() + "."));
    }

    @ExceptionHandler({StaleVersion.class, OptimisticLockingFailureException.class})
    ResponseEntity<ProblemDetail> stale(HttpServletRequest request) {
        var conditional = request.getHeader(HttpHeaders.IF_MATCH) != null;
        return answer(
                new ApiProblem(
                        conditional ? ProblemType.STALE : ProblemType.CHANGED_MEANWHILE,
                        "Somebody else changed it meanwhile. Nothing was overwritten. Read it"
                                + " again and decide anew."));
    }

    /** Two made the same at once, and both saw that it was not there yet; one of them was first. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> second(
            DataIntegrityViolationException refusal, HttpServletRequest request) {
        return NestedExceptionUtils.getMostSpecificCause(refusal) instanceof SQLException cause
                        && UNIQUE_VIOLATION.equals(cause.getSQLState())
                ? stale(request)
                : failed(refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> illegal(IllegalTransition refusal) {
        return answer(
                new ApiProblem(
                        ProblemType.ILLEGAL_TRANSITION,
                        refusal.getMessage() + ". Nothing was changed. Read it again."));
    }

    /** A sentence of ours is for the caller; one of a library is a defect of ours. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAccepted(IllegalArgumentException refusal) {
        var origin = refusal.getStackTrace();
        if (origin.length == 0 || !origin[0].getClassName().startsWith("dev.cordon.")) {
            return failed(refusal);
        }
        return answer(ApiProblem.notAccepted(refusal.getMessage() + ". Nothing was changed."));
    }

    @ExceptionHandler({
        DirectoryUnreachable.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(RuntimeException cause) {
        LOG.warn("api cannot answer", cause);
        return answer(
                new ApiProblem(
                        ProblemType.UNAVAILABLE,
                        "A part that Cordon needs does not answer. What was stored before is safe."
                                + " Try again in some seconds, with the same Idempotency-Key."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception defect, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw new BrokenOff(defect);
        }
        return failed(defect);
    }

    /**
     * What was begun cannot be taken back; the connection breaks, so that it is not taken whole.
     */
    private static final class BrokenOff extends RuntimeException {
        BrokenOff(Exception cause) {
            super("an answer broke off", cause);
        }
    }

    private ResponseEntity<ProblemDetail> failed(Exception defect) {
        var id = ids.next();
        LOG.error("api request failed error={}", id, defect);
        return answer(
                new ApiProblem(
                        ProblemType.FAILED,
                        "Cordon could not finish this. What was stored before is safe. The log"
                                + " names the cause under error="
                                + id
                                + "."));
    }

    private static ResponseEntity<ProblemDetail> answer(ApiProblem problem) {
        return answer(problem, null);
    }

    static ResponseEntity<ProblemDetail> answer(ApiProblem problem, @Nullable HttpHeaders headers) {
        var answer = ResponseEntity.status(problem.type().status()).headers(headers);
        if (problem.type() == ProblemType.UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        if (problem.type() == ProblemType.SIGNATURE) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Webhook-Signature");
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").body(problem.body());
    }
}
