package dev.cordon.ui.detection;

import com.vaadin.flow.component.Svg;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.Locale;

/**
 * Bars over time, drawn on one scale from nothing to the highest. Numbers and times alone go into
 * the drawing, so nothing needs escaping.
 */
final class BarsOverTime {

    private static final int WIDTH = 420;
    private static final int BASE = 92;
    private static final int TALL = 76;

    private final StringBuilder drawing = new StringBuilder();
    private final int left;
    private final long highest;

    /**
     * A part of a bar; later ones of it are drawn over the earlier ones.
     *
     * @param color as CSS has it
     */
    record Layer(long value, String color) {}

    /**
     * A bar, and since when it is.
     *
     * @param from as it is written below, if it is the first or the last
     */
    record Bar(String from, List<Layer> layers) {}

    private BarsOverTime(int left, long highest) {
        this.left = left;
        this.highest = Math.max(1, highest);
    }

    /**
     * A picture of them.
     *
     * @param label what it shows, for those who do not see it
     * @param left so much room have the numbers of the scale
     * @param highest the highest value of all layers
     */
    static Svg of(String label, int left, long highest, List<Bar> bars) {
        var svg = new Svg(new BarsOverTime(left, highest).drawn(bars));
        svg.getElement().setAttribute("role", "img");
        svg.getElement().setAttribute("aria-label", label);
        return svg;
    }

    private String drawn(List<Bar> bars) {
        draw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 112\">", WIDTH);
        scale(BASE, 0);
        scale(BASE - TALL, highest);
        double step = (WIDTH - left) / (double) bars.size();
        for (int i = 0; i < bars.size(); i++) {
            for (var layer : bars.get(i).layers()) {
                layer(layer, left + i * step, step);
            }
        }
        time(bars.getFirst(), left, "start");
        if (bars.size() > 1) {
            time(bars.getLast(), WIDTH, "end");
        }
        return drawing.append("</svg>").toString();
    }

    private void scale(int y, long value) {
        draw(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"var(--c-line)\"/>"
                        + "<text x=\"0\" y=\"%d\">%s</text>",
                left, y, WIDTH, y, y + 4, Words.here().text("number", value));
    }

    private void layer(Layer layer, double x, double step) {
        double height = Math.ceil(layer.value() * (double) TALL / highest);
        if (height > 0) {
            draw(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                    x, BASE - height, Math.max(1, step - 2), height, layer.color());
        }
    }

    private void time(Bar bar, int x, String anchor) {
        draw(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                x, BASE + 16, anchor, bar.from());
    }

    private void draw(String form, Object... values) {
        drawing.append(String.format(Locale.ROOT, form, values));
    }
}
