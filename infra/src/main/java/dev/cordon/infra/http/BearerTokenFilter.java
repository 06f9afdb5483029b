package dev.cordon.infra.http;

import dev.cordon.application.people.PeopleDirectory.DirectoryUnreachable;
import dev.cordon.infra.security.SourceTokenLogin;
import dev.cordon.infra.security.TokenLogin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer} (RFC 6750, section 2.1); the token is nowhere else. */
class BearerTokenFilter extends OncePerRequestFilter {

    private static final Logger SECURITY = LoggerFactory.getLogger("dev.cordon.security");

    private static final String SCHEME = "Bearer ";

    private final TokenLogin tokens;
    private final SourceTokenLogin sources;
    private final Unauthenticated unauthenticated;
    private final Problems problems;

    BearerTokenFilter(
            TokenLogin tokens,
            SourceTokenLogin sources,
            Unauthenticated unauthenticated,
            Problems problems) {
        this.tokens = tokens;
        this.sources = sources;
        this.unauthenticated = unauthenticated;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (logIn(request, header)) {
                chain.doFilter(request, response);
            } else {
                SECURITY.warn("token refused from={}", request.getRemoteAddr());
                unauthenticated.refuseToken(response);
            }
        } catch (DirectoryUnreachable e) {
            SECURITY.warn("token not decided, directory unreachable");
            problems.answer(
                    response,
                    new ApiProblem(
                            ProblemType.UNAVAILABLE,
                            "Nobody can say right now what your token's owner may do. Nothing was"
                                    + " done. Try again in some seconds."));
        } catch (DataAccessException | TransactionException e) {
            SECURITY.warn("token not decided, database unreachable");
            problems.answer(
                    response,
                    new ApiProblem(
                            ProblemType.UNAVAILABLE,
                            "The database does not answer, and with it nobody can say what your"
                                    + " token permits. Nothing was done. Try again in some seconds."
                                    + " The token of a log source works without it."));
        }
    }

    private boolean logIn(HttpServletRequest request, String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        var login = login(request, header.substring(SCHEME.length()).strip());
        login.ifPresent(
                found -> {
                    var context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(found);
                    SecurityContextHolder.setContext(context);
                });
        return login.isPresent();
    }

    /** A log source's token opens nothing but the doors for what stores send. */
    private Optional<Authentication> login(HttpServletRequest request, String secret) {
        if (!SourceTokenLogin.isOne(secret)) {
            return tokens.login(secret);
        }
        return request.getRequestURI().startsWith(ApiPaths.INGEST + "/")
                ? sources.login(secret)
                : Optional.empty();
    }
}
