package dev.cordon.domain.detection.rule;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** UTF-16 as Sigma's modifiers name it. */
enum Wide {
    /** {@code wide}, {@code utf16le}. */
    LITTLE_ENDIAN(StandardCharsets.UTF_16LE, ""),
    /** {@code utf16be}. */
    BIG_ENDIAN(StandardCharsets.UTF_16BE, ""),
    /** {@code utf16}: a byte order mark in front, little-endian as Windows writes it. */
    MARKED(StandardCharsets.UTF_16LE, "\ufeff");

    private final Charset charset;
    private final String mark;

    Wide(Charset charset, String mark) {
        this.charset = charset;
        this.mark = mark;
    }

    byte[] bytes(String text) {
        return (mark + text).getBytes(charset);
    }
}
