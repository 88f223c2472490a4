package id.loket.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plain line chart as SVG, readable on light and dark pages. */
final class LineChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int LEFT = 64;
    private static final int RIGHT = 190;
    private static final int TOP = 44;
    private static final int BOTTOM = 52;
    private static final int STEPS = 4;
    private static final List<String> COLOURS = List.of("#0b6e99", "#c2410c", "#4d7c0f", "#7e22ce", "#b91c1c", "#0f766e", "#a16207");

    private LineChart() {}

    static String svg(Result.Chart chart) {
        double most = chart.lines().values().stream().flatMap(List::stream).mapToDouble(Double::doubleValue).max().orElse(1);
        double top = nice(most);
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        .formatted(WIDTH, HEIGHT));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        text(svg, LEFT, 22, "start", "<tspan font-weight=\"bold\">" + chart.title() + "</tspan>");
        for (int i = 0; i <= STEPS; i++) {
            double value = top * i / STEPS;
            double y = y(value, top);
            svg.append(String.format(Locale.ROOT, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>%n", LEFT, y, WIDTH - RIGHT, y));
            text(svg, LEFT - 8, y + 4, "end", Result.number(value));
        }
        for (double at : chart.at()) {
            text(svg, x(chart, at), HEIGHT - BOTTOM + 18, "middle", at >= 1_000_000 ? Result.number(at / 1_000_000) + " M"
                    : at >= 10_000 ? Result.number(at / 1000) + " k" : Result.number(at));
        }
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", chart.x());
        text(svg, 8, 38, "start", chart.y());
        int n = 0;
        for (Map.Entry<String, List<Double>> line : chart.lines().entrySet()) {
            String colour = COLOURS.get(n % COLOURS.size());
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < line.getValue().size(); i++) {
                double x = x(chart, chart.at().get(i));
                double y = y(line.getValue().get(i), top);
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x, y));
                svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", x, y, colour));
            }
            svg.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n".formatted(path, colour));
            svg.append("<path d=\"M%d %dh16\" stroke=\"%s\" stroke-width=\"3\"/>\n".formatted(WIDTH - RIGHT + 14, TOP + 12 + 20 * n, colour));
            text(svg, WIDTH - RIGHT + 36, TOP + 16 + 20 * n, "start", line.getKey());
            n++;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#222\">%s</text>%n", x, y, anchor, text));
    }

    /** The next higher of 1, 2, 4 or 8 times a power of ten. */
    private static double nice(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-6))));
        for (double step : new double[] {1, 2, 4, 8}) {
            if (most <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static double x(Result.Chart chart, double at) {
        double first = position(chart, chart.at().getFirst());
        double last = position(chart, chart.at().getLast());
        return LEFT + (WIDTH - LEFT - RIGHT) * (position(chart, at) - first) / Math.max(1e-9, last - first);
    }

    private static double position(Result.Chart chart, double at) {
        return chart.logarithmic() ? Math.log10(Math.max(at, 1000)) : at;
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top;
    }
}
