package dev.cordon.infra.http;

import java.io.IOException;

/** A body grew past what is read here. */
public class BodyTooLarge extends IOException {

    public BodyTooLarge(long limit) {
        super("the body is larger than " + limit + " bytes");
    }

    ApiProblem problem() {
        return ApiProblem.tooLarge(getMessage() + ". Nothing was kept.");
    }
}
