package dev.cordon.application.people;

/** Secrets nobody guesses: at least 256 bits from a cryptographic source, URL-safe text. */
public interface TokenSecrets {
    String next();
}
