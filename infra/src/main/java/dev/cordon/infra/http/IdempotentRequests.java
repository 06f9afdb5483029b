package dev.cordon.infra.http;

import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.http.IdempotencyKeys.Answer;
import dev.cordon.infra.http.IdempotencyKeys.Key;
import dev.cordon.infra.http.IdempotencyKeys.Known;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Carries a request with an {@code Idempotency-Key} out once. Its repetition gets the same answer;
 * an answer that says that nothing was done is not kept, so that the same key may try again.
 */
class IdempotentRequests extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    /** Says of an answer that it was given before. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private static final List<String> HASHED_HEADERS =
            List.of(
                    HttpHeaders.IF_MATCH,
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.CONTENT_LENGTH,
                    HttpHeaders.CONTENT_DISPOSITION);

    private final IdempotencyKeys keys;
    private final Problems problems;

    IdempotentRequests(IdempotencyKeys keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || !request.getRequestURI().startsWith(ApiPaths.API);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var text = request.getHeader(HEADER);
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !FORM.matcher(text).matches()) {
            problems.answer(
                    response,
                    ApiProblem.notUnderstood(
                            HEADER
                                    + " takes 1 to 200 visible ASCII characters. Nothing was done."));
            return;
        }
        var key = new Key(login.getName(), text);
        var whole = RequestLimits.isStream(request) ? request : new Buffered(request);
        switch (keys.claim(key, hash(whole))) {
            case Known.Fresh _ -> carryOut(key, whole, response, chain);
            case Known.Answered(var answer) -> repeat(answer, response);
            case Known.Begun _ -> problems.answer(response, begun());
            case Known.UsedForAnother _ -> problems.answer(response, usedForAnother());
        }
    }

    private void carryOut(
            Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        var done = false;
        try {
            chain.doFilter(request, kept);
            done = kept.getStatus() >= 200 && kept.getStatus() < 300;
        } finally {
            if (done) {
                keys.answered(
                        key,
                        new Answer(
                                kept.getStatus(),
                                kept.getContentType(),
                                kept.getHeader(HttpHeaders.LOCATION),
                                kept.getContentAsByteArray()));
            } else {
                keys.giveBack(key);
            }
        }
        kept.copyBodyToResponse();
    }

    private static void repeat(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        response.getOutputStream().write(answer.body());
    }

    private static ApiProblem begun() {
        return new ApiProblem(
                ProblemType.KEY_IN_USE,
                "A request with this key was begun and has no answer yet. Nothing was done twice."
                        + " If it stays so, it was cut off: look whether it was done before you"
                        + " send it with a new key.");
    }

    private static ApiProblem usedForAnother() {
        return new ApiProblem(
                ProblemType.KEY_REUSED,
                "This key belongs to another request of the last 24 hours. Nothing was done. Take"
                        + " a new key for a new request.");
    }

    /** Of streamed content only the facts about it: it is not held in memory. */
    private static Sha256 hash(HttpServletRequest request) {
        var form =
                Canonical.tagged("cordon/idempotent-request/v1")
                        .add(request.getMethod())
                        .add(request.getRequestURI())
                        .add(orEmpty(request.getQueryString()));
        HASHED_HEADERS.forEach(name -> form.add(orEmpty(request.getHeader(name))));
        return form.add(request instanceof Buffered whole ? whole.body : new byte[0]).sha256();
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static class Buffered extends HttpServletRequestWrapper {

        private final byte[] body;

        Buffered(HttpServletRequest request) throws IOException {
            super(request);
            body = request.getInputStream().readAllBytes();
        }

        @Override
        public ServletInputStream getInputStream() {
            return new RequestLimits.BodyStream(new ByteArrayInputStream(body));
        }
    }
}
