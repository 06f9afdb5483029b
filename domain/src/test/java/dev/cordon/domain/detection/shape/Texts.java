package dev.cordon.domain.detection.shape;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.detection.rule.AttackShape;
import java.util.EnumSet;
import java.util.Set;

/** Texts as judges get them, and what all of them say of one. */
final class Texts {

    private Texts() {}

    static Text of(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Text().of(bytes, bytes.length);
    }

    static Set<AttackShape> shapesOf(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return shapes(new Shapes().of(bytes, 0, bytes.length));
    }

    static Set<AttackShape> shapes(int bits) {
        var shapes = EnumSet.noneOf(AttackShape.class);
        for (var shape : AttackShape.values()) {
            if ((bits >>> shape.ordinal() & 1) != 0) {
                shapes.add(shape);
            }
        }
        return shapes;
    }

    /** The text written by something that turns bytes into no more bytes. */
    static String written(Writer writer, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        var into = new byte[bytes.length];
        int length = writer.write(bytes, bytes.length, into);
        return new String(into, 0, length, ISO_8859_1);
    }

    interface Writer {
        int write(byte[] text, int length, byte[] into);
    }
}
