package id.loket.document;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.w3c.dom.Element;

/**
 * What a paper shows beside text, drawn as vectors: {@code <object type="loket/qr" data-text="...">}, {@code <object type="loket/weave">}
 * and {@code <object type="loket/chart" data-outlines="..." data-arrows="...">} with paths in mm. Each needs width and height by style,
 * and {@code alt}.
 */
final class Drawings extends DefaultObjectDrawerFactory {

    private static final Color GROUND = new Color(0x0a3a33);
    private static final Color GOLD = new Color(0xd9a021);

    private static final double PX_PER_MM = 96 / 25.4;
    private static final float LINE_MM = .35f;

    Drawings() {
        registerDrawer("loket/qr", drawer(Drawings::qr));
        registerDrawer("loket/weave", drawer(Drawings::weave));
        registerDrawer("loket/chart", drawer(Drawings::chart));
    }

    private record Canvas(Graphics2D graphics, double width, double height) {
    }

    private static FSObjectDrawer drawer(BiConsumer<Element, Canvas> drawing) {
        return (element, x, y, width, height, device, context, dotsPerPixel) -> {
            double w = width / dotsPerPixel;
            double h = height / dotsPerPixel;
            device.drawWithGraphics((float) x, (float) y, (float) w, (float) h,
                    graphics -> drawing.accept(element, new Canvas(graphics, w, h)));
            return null;
        };
    }

    private static void qr(Element element, Canvas canvas) {
        var code = QrCode.of(element.getAttribute("data-text"));
        double module = canvas.width / code.size();
        canvas.graphics.setColor(Color.BLACK);
        canvas.graphics.fill(AffineTransform.getScaleInstance(module, module).createTransformedShape(code.outline()));
    }

    /** The pucuk rebung band: tiles of 24 by 12, as on screen. */
    private static void weave(Element element, Canvas canvas) {
        double scale = canvas.height / 12;
        int tiles = (int) Math.ceil(canvas.width / (24 * scale));
        var graphics = canvas.graphics;
        graphics.scale(canvas.width / (24.0 * tiles), scale);
        fill(graphics, GROUND, new Rectangle(24 * tiles, 12));
        for (int i = 0; i < tiles; i++) {
            fill(graphics, GOLD, polygon(0, 12, 12, 1, 24, 12));
            fill(graphics, GROUND, polygon(4.6, 12, 12, 5.2, 19.4, 12));
            fill(graphics, GOLD, polygon(8.6, 12, 12, 8.9, 15.4, 12));
            fill(graphics, GOLD, polygon(0, .6, 2.2, 2.9, 0, 5.2));
            fill(graphics, GOLD, polygon(24, .6, 21.8, 2.9, 24, 5.2));
            graphics.translate(24, 0);
        }
    }

    private static void chart(Element element, Canvas canvas) {
        var graphics = canvas.graphics;
        graphics.scale(PX_PER_MM, PX_PER_MM);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(LINE_MM, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(path(element.getAttribute("data-outlines")));
        graphics.fill(path(element.getAttribute("data-arrows")));
    }

    /** A path of SVG with absolute M, L, C and Z. */
    private static Path2D path(String text) {
        var path = new Path2D.Double();
        for (var piece : text.split("(?=[MLCZ])")) {
            if (piece.isBlank()) {
                continue;
            }
            double[] n = Arrays.stream(piece.substring(1).trim().split("[ ,]+"))
                    .filter(number -> !number.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            switch (piece.charAt(0)) {
                case 'M' -> path.moveTo(n[0], n[1]);
                case 'L' -> path.lineTo(n[0], n[1]);
                case 'C' -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
                default -> path.closePath();
            }
        }
        return path;
    }

    private static void fill(Graphics2D graphics, Color colour, Shape shape) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    private static Path2D polygon(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
