package dev.cordon.infra.timestamp;

import dev.cordon.application.evidence.TimeStampAuthority;
import dev.cordon.application.kernel.AddressGuard;
import dev.cordon.application.kernel.AddressGuard.Judgement;
import dev.cordon.domain.evidence.ledger.Anchor.Flaw;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.folder.OwnerOnly;
import dev.cordon.infra.timestamp.TimeStampSettings.Authority;
import java.io.IOException;
import java.math.BigInteger;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * Asks an authority by HTTP (RFC 3161, section 3.4). Follows nothing, keeps nothing, and takes no
 * answer that is longer or slower than a token can be.
 */
final class HttpTimeStampAuthority implements TimeStampAuthority {

    /** A token with a long chain of certificates has some 10 KiB. */
    private static final int LONGEST_ANSWER = 64 << 10;

    private static final int NONCE_BITS = 64;

    private final Authority authority;
    private final TimeStampSettings settings;
    private final TokenCheck check;
    private final AddressGuard guard;
    private final SecureRandom random = new SecureRandom();

    HttpTimeStampAuthority(Authority authority, TimeStampSettings settings, TokenCheck check) {
        this.authority = authority;
        this.settings = settings;
        this.check = check;
        this.guard = new AddressGuard(settings.loopback());
    }

    @Override
    public String name() {
        return authority.name();
    }

    @Override
    public Answer stamp(Sha256 imprint) {
        try {
            var request = request(imprint);
            var answer = post(request.getEncoded());
            if (answer.statusCode() != 200) {
                return failed(Flaw.NO_ANSWER, "it answers with status " + answer.statusCode());
            }
            return judge(answer.body(), request, imprint);
        } catch (IOException unreachable) {
            return failed(Flaw.NO_ANSWER, String.valueOf(unreachable.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return failed(Flaw.NO_ANSWER, "the program ended meanwhile");
        }
    }

    /** With the authority's certificate asked for, and a nonce (section 2.4.1). */
    private TimeStampRequest request(Sha256 imprint) throws IOException {
        var request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        if (!settings.policy().isBlank()) {
            request.setReqPolicy(new ASN1ObjectIdentifier(settings.policy().strip()));
        }
        return request.generate(
                TSPAlgorithms.SHA256, imprint.bytes(), new BigInteger(NONCE_BITS, random));
    }

    private HttpResponse<byte[]> post(byte[] query) throws IOException, InterruptedException {
        if (guard.judge(authority.address().getHost()) == Judgement.FORBIDDEN) {
            throw new UnknownHostException(name() + " lies in a private or reserved network");
        }
        var request =
                HttpRequest.newBuilder(authority.address())
                        .timeout(settings.answerTimeout())
                        .header("Content-Type", "application/timestamp-query")
                        .header("Accept", "application/timestamp-reply")
                        .POST(BodyPublishers.ofByteArray(query));
        var credentials = authority.authorization();
        if (credentials != null) {
            request.header("Authorization", authorization(credentials));
        }
        try (var http = client()) {
            var call =
                    http.sendAsync(
                            request.build(),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
            try {
                return call.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                throw new IOException("no answer within " + settings.answerTimeout(), late);
            } catch (ExecutionException broken) {
                throw new IOException(why(broken), broken);
            } finally {
                call.cancel(true);
                http.shutdownNow();
            }
        }
    }

    private static String why(ExecutionException broken) {
        var cause = broken.getCause();
        return cause == null || cause.getMessage() == null
                ? "it cannot be reached"
                : cause.getMessage();
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(min(Duration.ofSeconds(10), settings.answerTimeout()))
                .build();
    }

    private static Duration min(Duration some, Duration other) {
        return some.compareTo(other) < 0 ? some : other;
    }

    /** Read each time, so that it can be changed without a restart. */
    private static String authorization(Path file) throws IOException {
        if (OwnerOnly.isOpenToOthers(file)) {
            throw new IOException(
                    "other users may read " + file + ", which holds its credentials; chmod 600 it");
        }
        return Files.readString(file).strip();
    }

    private Answer judge(byte[] body, TimeStampRequest request, Sha256 imprint) {
        TimeStampResponse response;
        try {
            response = new TimeStampResponse(body);
        } catch (TSPException | IOException | RuntimeException malformed) {
            return failed(Flaw.MALFORMED, "it answers with something else than a time stamp");
        }
        var token = response.getTimeStampToken();
        if (response.getStatus() != PKIStatus.GRANTED
                && response.getStatus() != PKIStatus.GRANTED_WITH_MODS) {
            return failed(
                    Flaw.REFUSED,
                    "it refuses with status %d%s"
                            .formatted(
                                    response.getStatus(),
                                    response.getStatusString() == null
                                            ? ""
                                            : ": " + response.getStatusString().strip()));
        }
        if (token == null) {
            return failed(Flaw.MALFORMED, "it grants a time stamp and sends none");
        }
        var info = token.getTimeStampInfo();
        if (!request.getNonce().equals(info.getNonce())) {
            return failed(Flaw.WRONG_NONCE, "it answers another request than ours");
        }
        if (request.getReqPolicy() != null && !request.getReqPolicy().equals(info.getPolicy())) {
            return failed(Flaw.WRONG_POLICY, "it stamps under the policy " + info.getPolicy());
        }
        var flaw = check.check(token, imprint);
        if (flaw.isPresent()) {
            return failed(flaw.get(), "its token is not taken: " + flaw.get());
        }
        try {
            return new Answer.Stamped(
                    Base64.getEncoder().encodeToString(token.getEncoded("DER")),
                    TokenCheck.at(token));
        } catch (IOException malformed) {
            return failed(Flaw.MALFORMED, "its token cannot be written");
        }
    }

    private static Answer failed(Flaw why, String detail) {
        return new Answer.Failed(why, detail);
    }
}
