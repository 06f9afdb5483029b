package dev.cordon.infra.intake.file;

import java.io.IOException;

/** Takes a batch of lines in. */
interface Taking {

    /**
     * Returns once they are safe.
     *
     * @param batch its name: taken under that name before, it is not taken again
     * @throws IOException if they cannot be kept now; the batch is offered again later
     */
    void take(String batch, byte[] lines) throws IOException;
}
