package dev.cordon.infra.intake.payment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks PayPal. A name that was made to lead elsewhere has no certificate of PayPal's to show, and
 * no redirect is followed.
 */
final class HttpPayPalCertificates implements PayPalCertificates {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(Redirect.NEVER)
                    .build();

    @Override
    public byte[] fetch(URI at) throws IOException {
        var request = HttpRequest.newBuilder(at).timeout(PATIENCE).build();
        var asked =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            var answer = asked.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new IOException("PayPal answered " + answer.statusCode() + " for " + at);
            }
            return answer.body();
        } catch (ExecutionException | TimeoutException e) {
            asked.cancel(true);
            throw new IOException("PayPal did not answer for " + at, e);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
