package dev.cordon.infra.bootstrap.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stand-in store's checkout: a cart that takes one product, and a page with its scripts. */
final class StandInCheckout {

    private static final String API = "/wp-json/wc/store/v1/";
    private static final String PRODUCTS =
            """
            [{"id": 15, "name": "Beanie", "type": "simple", "is_purchasable": true, "is_in_stock": true}]
            """;
    private static final String PAGE =
            """
            <!doctype html><html lang="en"><head><title>Checkout (stand-in, made up)</title>
            <script src="/wp-includes/js/jquery.min.js?ver=3.7.1"></script>
            <script src="/wp-content/plugins/woocommerce/checkout.min.js?ver=11.0.1"></script>
            <script id="wc-checkout-js-extra">var wc = {"nonce":"5f9f1b74c0","total":"18.00"};</script>
            </head><body><h1>Checkout</h1><form action="/checkout/"></form>%s</body></html>
            """;

    private volatile String added = "";

    /** An answer that is no JSON of the interfaces that need a key. */
    record Answer(int status, String type, Map<String, String> headers, byte[] body) {}

    /** Puts something into the page, as an attacker would. */
    void inject(String html) {
        added = html;
    }

    /** Null if the checkout knows nothing of it. */
    @Nullable Answer answer(String method, String path) {
        return switch (method + " " + path) {
            case "GET " + API + "cart" ->
                    answer(
                            200,
                            "application/json",
                            Map.of("Nonce", "5f9f1b74c0"),
                            "{\"items\": []}");
            case "GET " + API + "products" -> answer(200, "application/json", Map.of(), PRODUCTS);
            case "POST " + API + "cart/add-item" ->
                    answer(201, "application/json", Map.of(), "{\"items\": [{\"id\": 15}]}");
            case "GET /checkout/" ->
                    answer(
                            200,
                            "text/html",
                            Map.of("X-Frame-Options", "SAMEORIGIN"),
                            PAGE.formatted(added));
            case "GET /wp-includes/js/jquery.min.js" -> script("/* stand-in for jQuery */");
            case "GET /wp-content/plugins/woocommerce/checkout.min.js" ->
                    script("/* stand-in for the checkout's script */");
            default -> null;
        };
    }

    private static Answer script(String text) {
        return answer(200, "text/javascript", Map.of(), text);
    }

    private static Answer answer(
            int status, String type, Map<String, String> headers, String body) {
        return new Answer(
                status, type + "; charset=UTF-8", headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
