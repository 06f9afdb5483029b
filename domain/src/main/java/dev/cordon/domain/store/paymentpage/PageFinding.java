package dev.cordon.domain.store.paymentpage;

import org.jspecify.annotations.Nullable;

/** How a payment page differs from what was approved. */
public sealed interface PageFinding {

    /** Whether it can take what customers type. */
    boolean isCritical();

    /** What it is: another content is another finding, also under the same name. */
    default String identity() {
        return switch (this) {
            case New(var element) -> element.key() + " " + element.content();
            case Changed(var element) -> element.key() + " " + element.content();
            case Header(var name, var _, var now) -> name + " " + now;
        };
    }

    /** In one English sentence. */
    String sentence();

    /** Something runs there that nobody approved. */
    record New(PageElement element) implements PageFinding {
        @Override
        public boolean isCritical() {
            return true;
        }

        @Override
        public String sentence() {
            return switch (element.kind()) {
                case SCRIPT -> "A script that nobody approved: " + element.name();
                case INLINE_SCRIPT ->
                        "A script in the page that nobody approved: " + element.name();
                case HANDLER -> "Script in an attribute that nobody approved: " + element.name();
                case FRAME -> "A frame that nobody approved: " + element.name();
                case FORM -> "A form that is sent elsewhere: " + element.name();
            };
        }
    }

    /** It is another one than was approved. */
    record Changed(PageElement element) implements PageFinding {
        @Override
        public boolean isCritical() {
            return true;
        }

        @Override
        public String sentence() {
            return "Not what was approved any more: " + element.name();
        }
    }

    /**
     * A security header that was approved is missing, or says something else.
     *
     * @param now what it says; null if it is missing
     */
    record Header(String name, String approved, @Nullable String now) implements PageFinding {
        @Override
        public boolean isCritical() {
            return false;
        }

        @Override
        public String sentence() {
            return now == null
                    ? "The security header " + name + " is missing"
                    : "The security header " + name + " says something else than was approved";
        }
    }
}
