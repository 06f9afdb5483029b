package dev.cordon.bench.traffic;

import java.util.List;
import java.util.Random;

/** The made-up shop: its pages, its assets, the words and the browsers of its customers. */
final class Shop {

    static final String HOST = "https://shop.example";
    static final int PRODUCTS = 900;

    private static final List<String> NOUNS =
            List.of(
                    "jacket",
                    "tent",
                    "boots",
                    "mug",
                    "lamp",
                    "backpack",
                    "socks",
                    "stove",
                    "rope",
                    "compass",
                    "hoodie",
                    "cap",
                    "bottle",
                    "blanket",
                    "gloves",
                    "knife",
                    "map",
                    "saddle",
                    "helmet",
                    "towel");
    private static final List<String> ADJECTIVES =
            List.of(
                    "red", "wool", "trail", "light", "classic", "merino", "storm", "alpine",
                    "urban", "vintage", "down", "summer", "winter", "compact", "organic");
    private static final List<String> CATEGORIES =
            List.of("clothing", "camping", "shoes", "accessories", "clothing/jackets", "sale");
    private static final List<String> SEARCHES =
            List.of(
                    "o%27neill+wetsuit",
                    "western+union+select+gift+card",
                    "1%3D1+tee",
                    "men%27s+jacket",
                    "rock+%27n%27+roll+shirt",
                    "5%27+or+6%27+ladder",
                    "salt+%26+pepper",
                    "select+all+black+dresses",
                    "schlafsack+-5%C2%B0C",
                    "drop+table+lamp",
                    "caf%C3%A9+becher",
                    "size+%3E+40",
                    "50%25+off",
                    "c%23+book",
                    "l%27or%C3%A9al",
                    "shoes+--+size+42",
                    "d%27artagnan+or+porthos");
    private static final List<String> ASSETS =
            List.of(
                    "/wp-includes/blocks/navigation/style.min.css?ver=7.1",
                    "/wp-content/plugins/woocommerce/assets/client/blocks/wc-blocks.css?ver=wc-11.0.1",
                    "/wp-content/themes/storefront/style.css?ver=4.6.0",
                    "/wp-includes/js/jquery/jquery.min.js?ver=3.7.1",
                    "/wp-content/plugins/woocommerce/assets/js/frontend/add-to-cart.min.js?ver=11.0.1",
                    "/wp-content/themes/storefront/assets/fonts/source-sans.woff2",
                    "/wp-content/plugins/woocommerce/assets/client/blocks/mini-cart.css?ver=wc-11.0.1");
    private static final List<String> AGENTS =
            List.of(
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36",
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.%d Safari/605.1.15",
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_%d like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
                    "Mozilla/5.0 (X11; Linux x86_64; rv:%d.0) Gecko/20100101 Firefox/%1$d.0",
                    "Mozilla/5.0 (Linux; Android 14; SM-S9%d) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36");

    private final Random random;

    Shop(Random random) {
        this.random = random;
    }

    String product() {
        int number = random.nextInt(PRODUCTS);
        return "/product/"
                + ADJECTIVES.get(number % ADJECTIVES.size())
                + "-"
                + NOUNS.get(number / ADJECTIVES.size() % NOUNS.size())
                + "-"
                + number
                + "/";
    }

    String category() {
        var page = random.nextInt(3) == 0 ? "page/" + (2 + random.nextInt(8)) + "/" : "";
        return "/product-category/"
                + CATEGORIES.get(random.nextInt(CATEGORIES.size()))
                + "/"
                + page;
    }

    String filtered() {
        return "/shop/?filter_color="
                + List.of("red", "blue", "green", "black").get(random.nextInt(4))
                + (random.nextBoolean() ? "&min_price=" + random.nextInt(50) : "")
                + (random.nextBoolean() ? "&orderby=price" : "");
    }

    String words() {
        return random.nextInt(8) == 0
                ? SEARCHES.get(random.nextInt(SEARCHES.size()))
                : ADJECTIVES.get(random.nextInt(ADJECTIVES.size()))
                        + "+"
                        + NOUNS.get(random.nextInt(NOUNS.size()))
                        + (random.nextInt(3) == 0 ? "+" + (30 + random.nextInt(20)) : "");
    }

    String search() {
        return "/?s=" + words() + "&post_type=product";
    }

    String asset(int index) {
        return ASSETS.get(index % ASSETS.size());
    }

    String picture() {
        return "/wp-content/uploads/2026/%02d/photo-%d-300x300.jpg"
                .formatted(1 + random.nextInt(11), random.nextInt(PRODUCTS));
    }

    String agent() {
        return AGENTS.get(random.nextInt(AGENTS.size())).formatted(1 + random.nextInt(140));
    }
}
