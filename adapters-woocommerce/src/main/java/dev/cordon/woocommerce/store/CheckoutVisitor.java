package dev.cordon.woocommerce.store;

import dev.cordon.application.store.PageVisitor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.paymentpage.PageVisit;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes to the checkout as a customer does: gets a cart through WooCommerce's Store API, puts the
 * first product into it that can be bought, and opens the page. Nothing is ordered; the store
 * forgets the cart with its session.
 */
public final class CheckoutVisitor implements PageVisitor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String API = "/wp-json/wc/store/v1/";
    private static final int SOME_PRODUCTS = 10;

    /** Scripts that are slow on purpose, and each moved on, would keep a visit busy for hours. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final StoreClientSettings settings;
    private final Duration longest;
    private final InstantSource clock;

    public CheckoutVisitor(StoreClientSettings settings, InstantSource clock) {
        this(settings, LONGEST, clock);
    }

    CheckoutVisitor(StoreClientSettings settings, Duration longest, InstantSource clock) {
        this.settings = settings;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public StoreAnswer<Seen> visit(Store store, String path) {
        try (var browser = new CustomerBrowser(settings, longest)) {
            fillCart(browser, store);
            var wanted = URI.create(store.url().resolve(path));
            var answer = browser.get(wanted, settings.largestAnswer());
            if (answer.statusCode() != 200) {
                return failed(
                        answer.statusCode() >= 500
                                ? new StoreFailure.ServerError(answer.statusCode())
                                : strange("the page answered with " + answer.statusCode()));
            }
            if (!isSame(answer.uri(), wanted)) {
                return failed(strange("the page led to " + answer.uri().getPath()));
            }
            return new StoreAnswer.Ok<>(seen(browser, store, answer));
        } catch (CustomerBrowser.Refused e) {
            return failed(e.why());
        }
    }

    private Seen seen(CustomerBrowser browser, Store store, HttpResponse<byte[]> answer) {
        var html = answer.body();
        var text = new String(html, charset(answer));
        var elements = new PageReader(browser, answer.uri()).read(text);
        var headers = SecurityHeaders.of(answer.headers(), text);
        var visit =
                new PageVisit(
                        store.id(),
                        clock.instant(),
                        answer.uri().toString(),
                        elements,
                        headers,
                        form(elements.toString(), headers));
        return new Seen(visit, html);
    }

    /** Of what was found, so that two visits that found the same are known to be the same. */
    private static Sha256 form(String elements, SortedMap<String, String> headers) {
        return Sha256.of((elements + new TreeMap<>(headers)).getBytes(StandardCharsets.UTF_8));
    }

    private void fillCart(CustomerBrowser browser, Store store) throws CustomerBrowser.Refused {
        var cart = browser.get(api(store, "cart"), settings.largestAnswer());
        var nonce = cart.headers().firstValue("Nonce").orElse("");
        if (cart.statusCode() != 200 || nonce.isEmpty()) {
            throw refused("the store gave no cart (status " + cart.statusCode() + ")");
        }
        var products =
                json(
                        browser.get(
                                api(store, "products?per_page=" + SOME_PRODUCTS),
                                settings.largestAnswer()));
        for (var product : products) {
            if (isBuyable(product) && added(browser, store, nonce, product.path("id").asLong(0))) {
                return;
            }
        }
        throw refused("none of the first products could be put into a cart");
    }

    private static boolean isBuyable(JsonNode product) {
        return product.path("is_purchasable").asBoolean(false)
                && product.path("is_in_stock").asBoolean(false)
                && product.path("type").asString("").equals("simple");
    }

    private boolean added(CustomerBrowser browser, Store store, String nonce, long product)
            throws CustomerBrowser.Refused {
        var body = JSON.createObjectNode().put("id", product).put("quantity", 1).toString();
        return browser.post(api(store, "cart/add-item"), nonce, body).statusCode() == 201;
    }

    private static URI api(Store store, String what) {
        return URI.create(store.url().resolve(API + what));
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws CustomerBrowser.Refused {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw refused("its list of products is not JSON");
        }
    }

    /** A slash at the end more or less is the same page. */
    private static boolean isSame(URI one, URI other) {
        return one.getHost().equalsIgnoreCase(other.getHost())
                && strip(one.getPath()).equals(strip(other.getPath()));
    }

    private static String strip(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([0-9A-Za-z_-]+)");

    private static Charset charset(HttpResponse<byte[]> answer) {
        var named = CHARSET.matcher(answer.headers().firstValue("Content-Type").orElse(""));
        return named.find() && Charset.isSupported(named.group(1))
                ? Charset.forName(named.group(1))
                : StandardCharsets.UTF_8;
    }

    private static StoreFailure strange(String why) {
        return new StoreFailure.NotUnderstood(why);
    }

    private static CustomerBrowser.Refused refused(String why) {
        return new CustomerBrowser.Refused(strange(why));
    }

    private static StoreAnswer<Seen> failed(StoreFailure why) {
        return new StoreAnswer.Failed<>(why);
    }
}
