package dev.cordon.domain.store;

import java.util.regex.Pattern;

/** The mail address that customers write to about their data; shown in every notice. */
public record ContactAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,253}");

    public ContactAddress {
        value = value.strip();
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a mail address looks like privacy@shop.example");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
