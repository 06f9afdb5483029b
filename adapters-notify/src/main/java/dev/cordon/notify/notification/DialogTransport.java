package dev.cordon.notify.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Angus Mail's SMTP client, with every command and answer told to the message's dialog. */
final class DialogTransport extends SMTPTransport {

    private SmtpDialog dialog;

    DialogTransport(Session session, SmtpSettings settings) {
        super(session, new URLName("smtp", settings.host(), settings.port(), null, null, null));
        this.dialog = new SmtpDialog("", settings.server());
    }

    void begin(SmtpDialog next) {
        dialog = next;
    }

    /** Without a question to the server, unlike {@link #isConnected()}. */
    boolean isOpen() {
        try {
            checkConnected();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        dialog.said(command);
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        dialog.heard(code, getLastServerResponse());
        return code;
    }
}
