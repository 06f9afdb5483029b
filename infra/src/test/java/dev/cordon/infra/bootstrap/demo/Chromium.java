package dev.cordon.infra.bootstrap.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Chromium, driven as a person would; every picture it takes is kept. One runs for all
 * tests of a JVM, and no window knows what another one keeps.
 */
public final class Chromium implements AutoCloseable {

    private static final Path PROGRAM =
            Path.of(
                    Objects.requireNonNullElse(
                            System.getenv("CORDON_CHROMIUM"), "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** For whatever is to show; much longer than it takes, for machines that have more to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Started by the first who needs it, and gone with the tests. */
    private static final class Running {
        static final Browser BROWSER = launch();
    }

    private final List<Page> windows = new ArrayList<>();

    private Chromium() {}

    /** Without Chromium the test is skipped and says so; in continuous integration it fails. */
    public static Chromium start() {
        if (!Files.isExecutable(PROGRAM)) {
            var reason =
                    "no Chromium lies at " + PROGRAM + "; ./cordon test installs it where it may";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(reason);
            }
            System.out.println("SKIPPED: " + reason);
            Assumptions.abort(reason);
        }
        return new Chromium();
    }

    private static Browser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(
                                List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"));
        return playwright.chromium().launch(options);
    }

    /** Somebody's own window at a desk. */
    public Page window() {
        return window(new Browser.NewPageOptions());
    }

    /** Somebody's own window, whose browser asks for pages in that language. */
    public Page window(String language) {
        return window(new Browser.NewPageOptions().setLocale(language));
    }

    private Page window(Browser.NewPageOptions options) {
        var page = sized(Running.BROWSER.newPage(options), 1440, 900);
        windows.add(page);
        return page;
    }

    /** Keeps a picture at the size of a desk and at that of a phone. */
    public static void picture(Page page, String name) {
        shot(page, name);
        sized(page, 390, 844);
        shot(page, name + "-phone");
        sized(page, 1440, 900);
    }

    private static Page sized(Page page, int width, int height) {
        page.setViewportSize(width, height);
        page.setDefaultTimeout(PATIENCE.toMillis());
        return page;
    }

    /** Keeps a picture at the size that the page has. */
    public static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Closes its windows, and forgets what they kept. */
    @Override
    public void close() {
        windows.forEach(Page::close);
    }
}
