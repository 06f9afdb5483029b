package dev.cordon.application.evidence;

import dev.cordon.application.evidence.Beginning.Form;
import dev.cordon.domain.evidence.intake.ContentForm;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Makes bytes legible without letting them do anything to whoever reads them. */
final class Legible {

    private static final int A_LINE = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private Legible() {}

    static Form form(byte[] bytes) {
        return bytes.length == 0 || ContentForm.of(bytes, bytes.length) == ContentForm.TEXT
                ? Form.TEXT
                : Form.HEX;
    }

    /**
     * @param goesOn whether more bytes follow, so that the last character may be cut
     */
    static String text(byte[] bytes, boolean goesOn) {
        return switch (form(bytes)) {
            case TEXT -> characters(bytes, goesOn);
            case HEX -> digits(bytes);
        };
    }

    private static String characters(byte[] bytes, boolean goesOn) {
        var decoder =
                charset(bytes)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        var text = new StringBuilder();
        var result = decoder.decode(in, out, !goesOn);
        while (result.isError()) {
            append(out, text);
            for (int i = 0; i < result.length(); i++) {
                text.append("\u27e8%02X\u27e9".formatted(in.get() & 0xff));
            }
            result = decoder.decode(in, out, !goesOn);
        }
        append(out, text);
        return text.toString();
    }

    /** UTF-8 shows what is none as digits; UTF-16 has a zero in every second byte. */
    private static Charset charset(byte[] bytes) {
        int zerosEven = 0;
        int zerosOdd = 0;
        for (int i = 0; i < Math.min(bytes.length, ContentForm.BEGINNING); i++) {
            if (bytes[i] == 0 && i % 2 == 0) {
                zerosEven++;
            } else if (bytes[i] == 0) {
                zerosOdd++;
            }
        }
        if (zerosEven + zerosOdd == 0) {
            return StandardCharsets.UTF_8;
        }
        return zerosOdd > zerosEven ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static void append(CharBuffer read, StringBuilder text) {
        read.flip()
                .toString()
                .replace("\r\n", "\n")
                .codePoints()
                .forEach(
                        one -> {
                            if (shows(one)) {
                                text.appendCodePoint(one);
                            } else {
                                text.append("\u27e8U+%04X\u27e9".formatted(one));
                            }
                        });
        read.clear();
    }

    /** What turns text around or hides it is how attackers deceive whoever reads. */
    private static boolean shows(int character) {
        return character == '\n'
                || character == '\t'
                || switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED ->
                            false;
                    default -> true;
                };
    }

    private static String digits(byte[] bytes) {
        var text = new StringBuilder();
        for (int from = 0; from < bytes.length; from += A_LINE) {
            int to = Math.min(from + A_LINE, bytes.length);
            text.append("%08x  %-47s  ".formatted(from, HEX.formatHex(bytes, from, to)));
            for (int i = from; i < to; i++) {
                text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
