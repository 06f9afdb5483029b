package dev.cordon.domain.incident;

import java.util.regex.Pattern;

/** What people call an incident: {@code INC-2026-0042}, counted per year. */
public record Reference(String value) {

    private static final Pattern FORM = Pattern.compile("INC-\\d{4}-\\d{4,}");

    public Reference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an incident reference: " + value);
        }
    }

    public static Reference of(int year, long number) {
        return new Reference("INC-%d-%04d".formatted(year, number));
    }

    @Override
    public String toString() {
        return value;
    }
}
