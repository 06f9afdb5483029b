package dev.cordon.infra.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds how often a caller asks and how much a request may hold. */
class RequestLimits extends OncePerRequestFilter {

    /** The largest JSON body; streams of evidence and log lines have limits of their own. */
    static final int LARGEST_BODY = 256 * 1024;

    private final RequestRate rate;
    private final Problems problems;

    RequestLimits(RequestRate rate, Problems problems) {
        this.rate = rate;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!rate.take(caller(request))) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.answer(
                    response,
                    new ApiProblem(
                            ProblemType.TOO_MANY,
                            "Too many requests in a short time. Nothing was done. Wait a second."));
        } else if (isStream(request)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > LARGEST_BODY) {
            problems.answer(response, new BodyTooLarge(LARGEST_BODY).problem());
        } else {
            chain.doFilter(new Bounded(request), response);
        }
    }

    private static String caller(HttpServletRequest request) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(login -> !(login instanceof AnonymousAuthenticationToken))
                .map(login -> login.getName())
                .orElseGet(request::getRemoteAddr);
    }

    /** Content that is read while it arrives, by a controller that counts it. */
    static boolean isStream(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getRequestURI().startsWith("/ingest/")
                || type != null && type.startsWith("application/octet-stream");
    }

    private static class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BodyStream(new LimitedStream(super.getInputStream(), LARGEST_BODY));
        }
    }

    /** A body read from elsewhere than the connection. */
    static class BodyStream extends ServletInputStream {

        private final InputStream in;
        private boolean finished;

        BodyStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            finished = next < 0;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = in.read(buffer, offset, length);
            finished = got < 0;
            return got;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read by blocking");
        }
    }
}
