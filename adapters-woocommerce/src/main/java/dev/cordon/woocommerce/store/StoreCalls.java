package dev.cordon.woocommerce.store;

import dev.cordon.application.kernel.AddressGuard;
import dev.cordon.application.kernel.AddressGuard.Judgement;
import dev.cordon.domain.store.RestCredential;
import dev.cordon.domain.store.RestCredential.ApplicationPassword;
import dev.cordon.domain.store.RestCredential.WooKey;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreUrl;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One request at a store: guarded, bounded in time and size, every way to fail told apart. */
final class StoreCalls {

    private static final String USER_AGENT = "Cordon/0.1 (+incident response)";

    private final StoreClientSettings settings;
    private final StoreTurns turns;
    private final InstantSource clock;
    private final AddressGuard guard;
    private final HttpClient client;
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService lookUps = Executors.newVirtualThreadPerTaskExecutor();

    StoreCalls(StoreClientSettings settings, StoreTurns turns, InstantSource clock) {
        this.settings = settings;
        this.turns = turns;
        this.clock = clock;
        this.guard = new AddressGuard(settings.loopback());
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.connectWithin())
                        // Through a proxy the address that was judged is not the one called.
                        .proxy(ProxySelector.of(null))
                        .build();
    }

    /**
     * Asks for something below the store's front page.
     *
     * @param reference path and query, starting with a slash; never holds a secret
     */
    StoreAnswer<StoreReply> get(
            StoreUrl store, String reference, @Nullable RestCredential credential) {
        return inTurn(
                store,
                credential instanceof ApplicationPassword,
                () -> exchange(store, request(store, reference, credential)));
    }

    /** Asks the network in front of a store, which takes a token as OAuth 2.0 has it. */
    StoreAnswer<StoreReply> getWithToken(StoreUrl api, String reference, String token) {
        var request =
                request(URI.create(api.resolve(reference)))
                        .header("Authorization", "Bearer " + token)
                        .build();
        return inTurn(api, true, () -> exchange(api, request));
    }

    /**
     * Changes something below the store's front page.
     *
     * @param method {@code POST}, {@code PUT} or {@code DELETE}
     * @param body JSON; empty for none
     */
    StoreAnswer<StoreReply> send(
            StoreUrl store,
            String method,
            String reference,
            RestCredential credential,
            byte[] body) {
        var address = URI.create(store.resolve(reference));
        Supplier<StoreAnswer<StoreReply>> call =
                () ->
                        exchange(
                                store,
                                request(address)
                                        .header(
                                                "Authorization",
                                                authorization(store, method, address, credential))
                                        .header("Content-Type", "application/json")
                                        .method(method, BodyPublishers.ofByteArray(body))
                                        .build());
        return inTurn(store, credential instanceof ApplicationPassword, call);
    }

    /**
     * Sends a signed body to something below the store's front page. Over plain http on the open
     * network it is not sent: the answer may hold people's data.
     *
     * @param headers what it is signed with
     */
    StoreAnswer<StoreReply> post(
            StoreUrl store, String reference, Map<String, String> headers, byte[] body) {
        var request =
                request(URI.create(store.resolve(reference)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return inTurn(store, true, () -> exchange(store, request.build()));
    }

    /** The address is judged right before it is called: until its turn came it may have moved. */
    private StoreAnswer<StoreReply> inTurn(
            StoreUrl store, boolean readable, Supplier<StoreAnswer<StoreReply>> call) {
        return turns.take(
                store,
                settings.answerWithin(),
                () -> {
                    var forbidden = forbids(store, readable);
                    return forbidden != null ? new StoreAnswer.Failed<>(forbidden) : call.get();
                });
    }

    /**
     * @param readable whether something secret could be read on the way without encryption
     */
    private @Nullable StoreFailure forbids(StoreUrl store, boolean readable) {
        try {
            return switch (judge(store.host())) {
                case FORBIDDEN -> new StoreFailure.ForbiddenAddress(store.host());
                case LOOPBACK_ALLOWED -> null;
                case PUBLIC -> readable && !store.isHttps() ? new StoreFailure.PlainHttp() : null;
            };
        } catch (UnknownHostException e) {
            return new StoreFailure.Unreachable("the name " + store.host() + " is not known");
        } catch (TimeoutException e) {
            return new StoreFailure.TimedOut(settings.connectWithin());
        }
    }

    private Judgement judge(String host) throws UnknownHostException, TimeoutException {
        Callable<Judgement> lookUp = () -> guard.judge(host);
        try {
            return await(lookUps.submit(lookUp), settings.connectWithin());
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        }
    }

    private HttpRequest request(
            StoreUrl store, String reference, @Nullable RestCredential credential) {
        var address = URI.create(store.resolve(reference));
        var request = request(address);
        if (credential != null) {
            request.header("Authorization", authorization(store, "GET", address, credential));
        }
        return request.build();
    }

    /** Without encryption WooCommerce takes no key that is shown, only what one has signed. */
    private String authorization(
            StoreUrl store, String method, URI address, RestCredential credential) {
        return credential instanceof WooKey key && !store.isHttps()
                ? OAuth.header(key, method, address, clock.instant(), nonce())
                : basic(credential);
    }

    private String nonce() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("User-Agent", USER_AGENT);
    }

    private static String basic(RestCredential credential) {
        var pair = credential.user() + ":" + credential.secret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private StoreAnswer<StoreReply> exchange(StoreUrl store, HttpRequest request) {
        var begun = new AtomicBoolean();
        BodyHandler<byte[]> body = LimitedBody.of(settings.largestAnswer());
        CompletableFuture<HttpResponse<byte[]>> call =
                client.sendAsync(
                        request,
                        response -> {
                            begun.set(true);
                            return body.apply(response);
                        });
        try {
            var response = await(call, settings.answerWithin());
            StoreReply.pause(response, clock.instant())
                    .ifPresent(pause -> turns.pause(store, pause));
            return StoreReply.read(response, clock.instant());
        } catch (TimeoutException e) {
            return new StoreAnswer.Failed<>(new StoreFailure.TimedOut(settings.answerWithin()));
        } catch (ExecutionException e) {
            return new StoreAnswer.Failed<>(failure(e.getCause(), begun.get(), request.uri()));
        }
    }

    /** The request's own time-out ends with the headers; this one covers the whole answer. */
    private static <T> T await(Future<T> call, Duration within)
            throws ExecutionException, TimeoutException {
        try {
            return call.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        } finally {
            call.cancel(true);
        }
    }

    private StoreFailure failure(@Nullable Throwable problem, boolean begun, URI uri) {
        return switch (problem) {
            case LimitedBody.TooLong _ -> new StoreFailure.TooLarge(settings.largestAnswer());
            case HttpTimeoutException _ -> new StoreFailure.TimedOut(settings.connectWithin());
            case SSLException tls when !begun -> new StoreFailure.TlsRefused(brief(tls));
            case ConnectException _ ->
                    new StoreFailure.Unreachable("nothing answers at " + uri.getAuthority());
            case null, default ->
                    begun
                            ? new StoreFailure.Truncated()
                            : new StoreFailure.Unreachable(
                                    "the connection to "
                                            + uri.getAuthority()
                                            + " broke before an answer came");
        };
    }

    private static String brief(SSLException problem) {
        var message = String.valueOf(problem.getMessage());
        return message.length() <= 120 ? message : message.substring(0, 120) + "…";
    }
}
