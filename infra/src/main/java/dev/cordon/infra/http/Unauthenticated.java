package dev.cordon.infra.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** The answer to whoever shows no valid token: the same for every reason. */
@Component
class Unauthenticated implements AuthenticationEntryPoint {

    private static final String REALM = "Bearer realm=\"cordon\"";

    private final Problems problems;

    Unauthenticated(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException missing)
            throws IOException {
        refuse(response, REALM);
    }

    void refuseToken(HttpServletResponse response) throws IOException {
        refuse(response, REALM + ", error=\"invalid_token\"");
    }

    private void refuse(HttpServletResponse response, String challenge) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        problems.answer(
                response,
                new ApiProblem(
                        ProblemType.UNAUTHENTICATED,
                        "Send Authorization: Bearer with a token that is valid now. Nothing was"
                                + " done. Tokens are made in the console: your own under Settings, those of a log"
                                + " source at the source."));
    }
}
