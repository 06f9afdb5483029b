package dev.cordon.infra.bootstrap.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Reads what a mail server of the tests received. */
final class Mails {

    private Mails() {}

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
