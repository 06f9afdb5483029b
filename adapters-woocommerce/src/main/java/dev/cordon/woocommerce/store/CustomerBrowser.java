package dev.cordon.woocommerce.store;

import dev.cordon.application.kernel.AddressGuard;
import dev.cordon.domain.store.StoreFailure;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets pages as one customer with cookies of its own. What hides from programs would hide from one
 * that calls itself Cordon, so it calls itself a browser. Addresses that the page names are judged
 * like those that people type.
 */
final class CustomerBrowser implements AutoCloseable {

    private static final String USER_AGENT =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/142.0.0.0 Safari/537.36";
    private static final int MOST_REDIRECTS = 3;

    private final StoreClientSettings settings;
    private final Duration within;
    private final long until;
    private final Judge lookUps;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    /** Looks a name up and judges where it leads. */
    interface Judge {
        AddressGuard.Judgement judge(String host) throws UnknownHostException;
    }

    /**
     * @param within all that it gets, one after the other or at once
     */
    CustomerBrowser(StoreClientSettings settings, Duration within) {
        this(settings, within, new AddressGuard(settings.loopback())::judge);
    }

    CustomerBrowser(StoreClientSettings settings, Duration within, Judge lookUps) {
        this.settings = settings;
        this.within = within;
        this.until = System.nanoTime() + within.toNanos();
        this.lookUps = lookUps;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.connectWithin())
                        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER))
                        // Through a proxy the address that was judged is not the one called.
                        .proxy(ProxySelector.of(null))
                        .build();
    }

    /** Why something could not be got. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1;

        private final transient StoreFailure why;

        Refused(StoreFailure why) {
            super(why.whatHappened());
            this.why = why;
        }

        StoreFailure why() {
            return why;
        }
    }

    /** Gets something, also where it was moved to. */
    HttpResponse<byte[]> get(URI address, int limit) throws Refused {
        var now = address;
        for (int moved = 0; moved <= MOST_REDIRECTS; moved++) {
            var answer = send(HttpRequest.newBuilder(now).GET(), now, limit);
            if (answer.statusCode() / 100 != 3) {
                return answer;
            }
            now = moved(answer, now);
        }
        throw new Refused(new StoreFailure.Redirected(address.getRawPath()));
    }

    /** Sends JSON to the store's own interface for carts. */
    HttpResponse<byte[]> post(URI address, String nonce, String json) throws Refused {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Nonce", nonce)
                        .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(request, address, settings.largestAnswer());
    }

    private static URI moved(HttpResponse<byte[]> answer, URI from) throws Refused {
        try {
            var where = answer.headers().firstValue("Location").orElse("");
            var to = from.resolve(where);
            if (to.getHost() != null && String.valueOf(to.getScheme()).matches("https?")) {
                return to;
            }
        } catch (IllegalArgumentException noAddress) {
            // Told below.
        }
        throw new Refused(new StoreFailure.Redirected("nowhere"));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, URI address, int limit)
            throws Refused {
        left();
        allow(address);
        request.header("User-Agent", USER_AGENT).header("Accept-Language", "en,de;q=0.8");
        var call = client.sendAsync(request.build(), LimitedBody.of(limit));
        try {
            var wait = Math.min(left(), settings.answerWithin().toNanos());
            return call.get(wait, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            left();
            throw new Refused(new StoreFailure.TimedOut(settings.answerWithin()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(new StoreFailure.Truncated());
        } catch (ExecutionException e) {
            throw new Refused(
                    e.getCause() instanceof LimitedBody.TooLong
                            ? new StoreFailure.TooLarge(limit)
                            : new StoreFailure.Unreachable(
                                    "no answer from " + address.getAuthority()));
        } finally {
            call.cancel(true);
        }
    }

    /** Nanoseconds until it gets nothing any more. */
    private long left() throws Refused {
        long left = until - System.nanoTime();
        if (left <= 0) {
            throw new Refused(new StoreFailure.TimedOut(within));
        }
        return left;
    }

    private void allow(URI address) throws Refused {
        var host = String.valueOf(address.getHost());
        if (judge(host) == AddressGuard.Judgement.FORBIDDEN) {
            throw new Refused(new StoreFailure.ForbiddenAddress(host));
        }
    }

    /** A name server that does not answer keeps nobody longer than a connection would. */
    private AddressGuard.Judgement judge(String host) throws Refused {
        Callable<AddressGuard.Judgement> lookUp = () -> lookUps.judge(host);
        var asked = threads.submit(lookUp);
        try {
            var wait = Math.min(left(), settings.connectWithin().toNanos());
            return asked.get(wait, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Refused(new StoreFailure.TimedOut(settings.connectWithin()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(new StoreFailure.Truncated());
        } catch (ExecutionException e) {
            throw new Refused(new StoreFailure.Unreachable("the name " + host + " is not known"));
        } finally {
            asked.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
