package dev.cordon.ui.detection;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.ui.detection.HourlyAttacks.Hour;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.util.Locale;

/** The hours as bars. Numbers and times alone go into the drawing, so nothing needs escaping. */
class AttackChart extends Div {

    private static final int WIDTH = 780;
    private static final int BASE = 112;
    private static final int TALL = 92;
    private static final int LEFT = 34;
    private static final int STEP = 31;
    private static final int BAR = 19;

    private final StringBuilder drawing = new StringBuilder();
    private final int scale;

    AttackChart(HourlyAttacks attacks) {
        addClassName("chart");
        scale = scale(attacks.highest());
        drawing.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 132\">"
                        .formatted(WIDTH));
        grid();
        var place = 0;
        for (var hour : attacks.hours()) {
            bar(hour, LEFT + 8 + place * STEP, place % 4 == 0);
            place++;
        }
        drawing.append("</svg>");
        var svg = new Svg(drawing.toString());
        svg.getElement().setAttribute("role", "img");
        svg.getElement().setAttribute("aria-label", Words.here().text("chart.label"));
        add(svg);
    }

    static String color(AttackKind kind) {
        return switch (kind) {
            case CREDENTIAL_STUFFING, SQL_INJECTION, CODE_INJECTION -> "var(--c-high)";
            case LOGIN_BRUTEFORCE, CROSS_SITE_SCRIPTING, USER_ENUMERATION -> "var(--c-low)";
            case ADMIN_TAKEOVER, WEB_SHELL, TAMPERING -> "var(--c-crit)";
            case CARD_TESTING, CHECKOUT_FAILURE, SPAM_REGISTRATION -> "var(--c-med)";
            case SEARCH_FLOOD, PRODUCT_FLOOD, SCRAPING -> "var(--c-accent)";
            case SCANNER, API_MISUSE, OTHER -> "var(--c-muted)";
        };
    }

    /** A round number above the highest bar, never so small that one address looks like many. */
    private static int scale(int highest) {
        var round = 10;
        while (round < highest) {
            round *= round % 3 == 0 ? 2 : 3;
        }
        return round;
    }

    private void grid() {
        for (var part = 0; part <= 2; part++) {
            var y = BASE - part * TALL / 2;
            drawing.append(
                    ("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"var(--c-line)\"/>"
                                    + "<text x=\"0\" y=\"%d\">%d</text>")
                            .formatted(LEFT, y, WIDTH, y, y + 4, part * scale / 2));
        }
    }

    private void bar(Hour hour, int x, boolean labelled) {
        var top = BASE;
        for (var kind : AttackKind.values()) {
            var height = (int) Math.ceil(hour.of(kind) * (double) TALL / scale);
            top -= height;
            if (height > 0) {
                drawing.append(
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                                .formatted(x, top, BAR, height, color(kind)));
            }
        }
        if (labelled) {
            var time = Moments.here().time(hour.from());
            drawing.append(
                    String.format(
                            Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>", x, BASE + 17, time));
        }
    }
}
