package dev.cordon.infra.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * An error to answer with.
 *
 * <p>The detail says what happened, what is safe and what to do, in plain words; never a stack
 * trace, a secret or a customer's data.
 */
public class ApiProblem extends RuntimeException {

    private final ProblemType type;
    private final transient Map<String, Object> members;

    ApiProblem(ProblemType type, @Nullable String detail) {
        this(type, detail, Map.of());
    }

    /**
     * @param members what a program may want to read besides
     */
    ApiProblem(ProblemType type, @Nullable String detail, Map<String, Object> members) {
        super(detail);
        this.type = type;
        this.members = members;
    }

    /** A rule of the domain said no; the code names the rule. */
    public static ApiProblem refused(Enum<?> refusal, String detail) {
        return new ApiProblem(ProblemType.REFUSED, detail, Map.of("refusal", refusal.name()));
    }

    /** The content was readable, and breaks a rule. */
    public static ApiProblem notAccepted(String detail) {
        return new ApiProblem(ProblemType.NOT_ACCEPTED, detail);
    }

    /** As {@link #notAccepted(String)}, with what a program may want to read besides. */
    public static ApiProblem notAccepted(String detail, Map<String, Object> members) {
        return new ApiProblem(ProblemType.NOT_ACCEPTED, detail, members);
    }

    /** Not now: the answer says when to try again. */
    public static ApiProblem unavailable(@Nullable String detail) {
        return new ApiProblem(ProblemType.UNAVAILABLE, detail);
    }

    /** It is not signed, or not by whom it should be. */
    public static ApiProblem signature(String detail) {
        return new ApiProblem(ProblemType.SIGNATURE, detail);
    }

    public static ApiProblem tooLarge(String detail) {
        return new ApiProblem(ProblemType.TOO_LARGE, detail);
    }

    public static ApiProblem unsupported(String detail) {
        return new ApiProblem(ProblemType.UNSUPPORTED_CONTENT, detail);
    }

    public static ApiProblem notUnderstood(String detail) {
        return new ApiProblem(ProblemType.NOT_UNDERSTOOD, detail);
    }

    ProblemType type() {
        return type;
    }

    ProblemDetail body() {
        var body = ProblemDetail.forStatusAndDetail(type.status(), detail());
        body.setType(type.uri());
        body.setTitle(type.title());
        members.forEach(body::setProperty);
        return body;
    }

    private String detail() {
        var message = getMessage();
        return message == null ? type.title() : message;
    }
}
