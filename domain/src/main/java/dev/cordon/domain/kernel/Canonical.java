package dev.cordon.domain.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The one byte form that Cordon hashes: a domain-separating tag, then each field as a 4-byte
 * big-endian length and its bytes. No two different lists of fields have the same form.
 *
 * <p>Text is UTF-8, an instant is its ISO-8601 text in UTC, an absent field is an empty one. A
 * change of this form or of a tag's fields takes a new tag.
 */
public final class Canonical {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    private Canonical(String tag) {
        add(tag);
    }

    /** Starts a form; the tag names what is hashed and its version, {@code cordon/custody/v1}. */
    public static Canonical tagged(String tag) {
        return new Canonical(tag);
    }

    public Canonical add(String field) {
        return add(field.getBytes(StandardCharsets.UTF_8));
    }

    public Canonical add(Instant field) {
        return add(field.toString());
    }

    public Canonical add(long field) {
        return add(Long.toString(field));
    }

    public Canonical add(Sha256 field) {
        return add(field.hex());
    }

    public Canonical add(byte[] field) {
        int length = field.length;
        bytes.write(length >>> 24);
        bytes.write(length >>> 16);
        bytes.write(length >>> 8);
        bytes.write(length);
        bytes.writeBytes(field);
        return this;
    }

    /** The form itself, for a hash that puts something before it. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    public Sha256 sha256() {
        return Sha256.of(bytes());
    }
}
