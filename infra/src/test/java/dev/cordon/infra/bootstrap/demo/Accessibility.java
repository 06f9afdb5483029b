package dev.cordon.infra.bootstrap.demo;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/**
 * What axe-core finds against WCAG 2.2 AA, on a laptop and on a phone, in light and in dark. What
 * is found is collected, so that one run says all of it.
 */
final class Accessibility {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final List<String> COLORS = List.of("color-contrast");

    /** Nothing of the page is on its way any more, and nothing moves. */
    private static final String QUIET =
            """
            () => Object.values(window.Vaadin.Flow.clients)
                    .every(each => !each.isActive || !each.isActive())
                && document.getAnimations().every(each => each.playState !== 'running')
            """;

    private static final String AXE = AxeBuilder.getAxeScript();

    /** Of what is in order axe tells in full only who asks for it. */
    private static final String VIOLATIONS =
            """
            only => axe.run(document, {runOnly: only, resultTypes: ['violations']})
                .then(result => result.violations.flatMap(rule => rule.nodes.map(node =>
                    [rule.id, 'at', node.target, node.html, node.failureSummary]
                        .join(' ').replaceAll(/\\s+/g, ' '))))
            """;

    private final List<String> found = new ArrayList<>();

    /** Looks at what the page shows, and leaves it at a desk's size. */
    void look(Page page, String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions()
                            .setColorScheme(scheme)
                            .setReducedMotion(ReducedMotion.REDUCE));
            look(page, name, scheme, 1280, 800);
            look(page, name, scheme, 390, 844);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
    }

    void assertNothingFound() {
        Assertions.assertThat(found).isEmpty();
    }

    private void look(Page page, String name, ColorScheme scheme, int width, int height) {
        page.setViewportSize(width, height);
        page.waitForFunction(QUIET);
        var where = "%s, %s, %d px".formatted(name, scheme, width);
        // What is not about colors is the same in the dark.
        var only =
                scheme == ColorScheme.DARK
                        ? Map.of("type", "rule", "values", COLORS)
                        : Map.of("type", "tag", "values", RULES);
        for (var violation : violations(page, only)) {
            found.add(where + ": " + violation);
        }
        Chromium.shot(page, where.replaceAll("[^A-Za-z0-9]+", "-"));
    }

    /** A page that was looked at before knows axe already. */
    private static List<?> violations(Page page, Map<String, ?> only) {
        for (var frame : page.frames()) {
            if (frame.evaluate("() => !window.axe").equals(true)) {
                frame.evaluate(AXE);
            }
        }
        return (List<?>) page.evaluate(VIOLATIONS, only);
    }
}
