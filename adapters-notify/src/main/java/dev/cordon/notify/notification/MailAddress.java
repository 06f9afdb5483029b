package dev.cordon.notify.notification;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that any server takes: the dot-atom form of RFC 5321, section 4.1.2, which is all that
 * WordPress lets a customer enter; a domain in other letters in its ASCII form.
 */
record MailAddress(String value) {

    private static final Pattern FORM =
            Pattern.compile("[0-9A-Za-z!#$%&'*+/=?^_`{|}~.-]{1,64}@[0-9A-Za-z.-]{1,253}");

    static Optional<MailAddress> of(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            var ascii = text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1));
            return FORM.matcher(ascii).matches()
                    ? Optional.of(new MailAddress(ascii))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
