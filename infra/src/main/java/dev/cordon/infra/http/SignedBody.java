package dev.cordon.infra.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** What comes in at a door that a signature opens: the body to the byte, bounded. */
public final class SignedBody {

    /** No store and no provider sends more. */
    private static final int LARGEST = 1 << 20;

    private SignedBody() {}

    /**
     * @throws BodyTooLarge if it is larger than 1 MiB; no more is read then
     */
    public static byte[] of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw new BodyTooLarge(LARGEST);
        }
        try (var body = new LimitedStream(request.getInputStream(), LARGEST)) {
            return body.readAllBytes();
        }
    }
}
