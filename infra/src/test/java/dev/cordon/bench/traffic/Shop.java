package dev.cordon.bench.traffic;

import java.util.List;
import java.util.Random;

/** The made-up shop: its pages and assets, and the words its customers search for. */
final class Shop {

    static final String HOST = "https://shop.example";
    static final int PRODUCTS = 1_800;

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
                    "towel",
                    "hammock",
                    "poncho",
                    "kettle",
                    "torch");
    private static final List<String> ADJECTIVES =
            List.of(
                    "red", "wool", "trail", "light", "classic", "merino", "storm", "alpine",
                    "urban", "vintage", "down", "summer", "winter", "compact", "organic");
    private static final List<String> CATEGORIES =
            List.of(
                    "clothing",
                    "camping",
                    "shoes",
                    "accessories",
                    "clothing/jackets",
                    "clothing/socks",
                    "camping/stoves",
                    "sale");
    private static final List<String> ODD_SEARCHES =
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
                    "d%27artagnan+or+porthos",
                    "union+jack+mug",
                    "%22waterproof+jacket%22",
                    "3%2F4+pants",
                    "insert+soles+into+boots",
                    "update+kit+where+to+buy",
                    "script+font+shirt",
                    "cat+%26+dog+bowl",
                    "%C3%84pfel+%2F+birnen",
                    "sleep%289h%29+pillow",
                    "user+manual+tent",
                    "%E9%9D%B4%E5%AD%90",
                    "%D0%BF%D0%B0%D0%BB%D0%B0%D1%82%D0%BA%D0%B0",
                    "black%2Fwhite+scarf",
                    "1+OR+2+person+tent",
                    "alert+whistle",
                    "order+by+friday",
                    "buy+1+get+1");
    private static final List<String> STYLES =
            List.of(
                    "/wp-includes/blocks/navigation/style.min.css?ver=7.1",
                    "/wp-content/plugins/woocommerce/assets/client/blocks/wc-blocks.css?ver=wc-11.0.1",
                    "/wp-content/themes/storefront/style.css?ver=4.6.0",
                    "/wp-includes/js/jquery/jquery.min.js?ver=3.7.1",
                    "/wp-content/plugins/woocommerce/assets/js/frontend/add-to-cart.min.js?ver=11.0.1",
                    "/wp-content/themes/storefront/assets/fonts/source-sans.woff2",
                    "/wp-content/plugins/woocommerce/assets/client/blocks/mini-cart.css?ver=wc-11.0.1",
                    "/wp-includes/css/dist/block-library/style.min.css?ver=7.1",
                    "/wp-content/plugins/woocommerce/assets/js/sourcebuster/sourcebuster.min.js?ver=11.0.1");

    private final Random random;

    Shop(Random random) {
        this.random = random;
    }

    String product() {
        return product(random.nextInt(PRODUCTS));
    }

    String product(int number) {
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
        return "/product-category/" + one(CATEGORIES) + "/" + page;
    }

    /** Layered navigation, as one clicks it together. */
    String filtered() {
        var where =
                random.nextInt(3) == 0 ? "/shop/" : "/product-category/" + one(CATEGORIES) + "/";
        var query = new StringBuilder("?filter_color=" + colors());
        if (random.nextBoolean()) {
            query.append("&min_price=").append(random.nextInt(8) * 10);
        }
        if (random.nextInt(3) == 0) {
            query.append("&filter_size=").append(one(List.of("s", "m", "l", "xl")));
        }
        if (random.nextInt(3) == 0) {
            query.append("&orderby=").append(one(List.of("price", "date", "popularity")));
        }
        return where + query;
    }

    private String colors() {
        var color = one(List.of("red", "blue", "green", "black", "grey"));
        return random.nextInt(4) == 0 ? color + "," + "white" : color;
    }

    /** What somebody types, as it stands in the address. */
    String words() {
        return random.nextInt(12) == 0 ? one(ODD_SEARCHES) : plainWords();
    }

    private String plainWords() {
        var size = random.nextInt(4) == 0 ? "+" + (30 + random.nextInt(20)) : "";
        return (random.nextInt(3) == 0 ? "" : one(ADJECTIVES) + "+") + one(NOUNS) + size;
    }

    String search() {
        return "/?s=" + words() + "&post_type=product";
    }

    int styles() {
        return STYLES.size();
    }

    String style(int index) {
        return STYLES.get(index % STYLES.size());
    }

    String picture() {
        return "/wp-content/uploads/2026/%02d/photo-%d-%s.jpg"
                .formatted(
                        1 + random.nextInt(10),
                        random.nextInt(PRODUCTS),
                        random.nextBoolean() ? "300x300" : "600x600");
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
