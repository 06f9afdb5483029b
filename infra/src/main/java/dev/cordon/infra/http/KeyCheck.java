package dev.cordon.infra.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses what must not happen twice and carries no key. */
class KeyCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(KeyRequired.class)
                && request.getHeader(IdempotentRequests.HEADER) == null) {
            throw new ApiProblem(
                    ProblemType.KEY_NEEDED,
                    "This may send messages to people. Send an Idempotency-Key of your own, such"
                            + " as a UUID, so that a repetition sends nothing twice. Nothing was"
                            + " done.");
        }
        return true;
    }
}
