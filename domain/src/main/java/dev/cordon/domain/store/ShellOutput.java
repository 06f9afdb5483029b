package dev.cordon.domain.store;

/**
 * What a command on a store's host said. Of WP-CLI the exit code says little: {@code core update}
 * ends with 1 although it worked, {@code plugin verify-checksums} with 0 although it checked
 * nothing. Read {@link #out}, and look afterwards.
 *
 * @param out standard output, as UTF-8
 * @param err standard error, where PHP's warnings go; never part of the answer
 */
public record ShellOutput(int exit, String out, String err) {

    @Override
    public String toString() {
        return "exit " + exit + ", " + out.length() + " characters";
    }
}
