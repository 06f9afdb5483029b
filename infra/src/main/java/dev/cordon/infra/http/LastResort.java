package dev.cordon.infra.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what the server itself refused, or what failed where nobody else could say so. */
@RestController
@Hidden
class LastResort implements ErrorController {

    private static final String PAGE =
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Cordon</title>
            <body style="font:16px/1.5 system-ui;max-width:40rem;margin:4rem auto;padding:0 1rem">
            <h1>%s</h1><p>%s</p><p><a href="/">Try again</a></p>
            """;

    @RequestMapping("/error")
    ResponseEntity<?> answer(HttpServletRequest request) {
        int status = number(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return ApiPaths.covers(path) ? problem(status) : page(status, path);
    }

    private static ResponseEntity<?> problem(int status) {
        return ProblemAdvice.answer(
                switch (status) {
                    case 400 ->
                            ApiProblem.notUnderstood(
                                    "The server could not read the request. Nothing was done.");
                    case 404 ->
                            new ApiProblem(ProblemType.NOT_FOUND, "That address was not found.");
                    case 413 -> ApiProblem.tooLarge("The request is too large. Nothing was kept.");
                    default ->
                            new ApiProblem(
                                    ProblemType.FAILED,
                                    "Cordon could not finish this. What was stored before is safe."
                                            + " The log names the cause.");
                },
                null);
    }

    private static ResponseEntity<?> page(int status, String path) {
        var page =
                path.startsWith("/oauth2/") || path.startsWith("/login/")
                        ? PAGE.formatted(
                                "The login does not answer",
                                "Keycloak, which asks for your password, cannot be reached right"
                                        + " now. Nothing was lost. If this stays so, look whether"
                                        + " it runs.")
                        : PAGE.formatted(
                                status == 404 ? "There is no such page" : "This page failed",
                                "What was stored is safe. If this stays so, the log names the"
                                        + " cause.");
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.TEXT_HTML)
                .body(page);
    }

    /** Somebody who asks for this address directly finds nothing. */
    private static int number(@org.jspecify.annotations.Nullable Object status) {
        return status instanceof Integer code ? code : 404;
    }
}
