package dev.cordon.domain.store;

/**
 * The public key that a host shows.
 *
 * @param line as {@code known_hosts} has it behind the name
 * @param fingerprint as {@code ssh-keygen -l} prints it: {@code SHA256:…}
 */
public record HostKey(String line, String fingerprint) {}
