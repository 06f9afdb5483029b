package dev.cordon.notify.notification;

import dev.cordon.application.notification.DeliveryResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far one message came in the dialog with the server (RFC 5321, section 3.3), and what the
 * server last said to it. Only this decides what is known of the message.
 */
final class SmtpDialog {

    /** What was last said to the server; each waits for an answer of its own. */
    enum Stage {
        NOTHING,
        MAIL,
        RCPT,
        DATA,
        /** The server asked for the content; it flows. */
        CONTENT,
        /** The dot that ends the content was sent. */
        END
    }

    /** What an answer means for the message or for the connection. */
    sealed interface Verdict {
        record Known(DeliveryResult result) implements Verdict {}

        /** The server takes nothing from us at all; the recipient has no part in it. */
        record Rejected(String reply) implements Verdict {}

        /** The line was gone before anything of this message was handed over. */
        record Lost() implements Verdict {}
    }

    private static final int GOES_AWAY = 421;

    private final String messageId;
    private final String server;
    private Stage stage = Stage.NOTHING;
    private boolean listening;
    private int code;
    private String reply = "";

    SmtpDialog(String messageId, String server) {
        this.messageId = messageId;
        this.server = server;
    }

    void said(String command) {
        var next = stageOf(command);
        // What follows a refusal (RSET, QUIT) is not about the message any more.
        listening = next != null;
        if (next != null) {
            stage = next;
            code = 0;
            reply = "";
        }
    }

    void heard(int code, @Nullable String reply) {
        if (!listening) {
            return;
        }
        listening = false;
        this.code = code;
        this.reply = reply == null ? "" : reply.strip();
        if (stage == Stage.DATA && code == 354) {
            stage = Stage.CONTENT;
            this.code = 0;
        }
    }

    /** Whether the server announced that it closes the connection. */
    boolean isOver() {
        return code == GOES_AWAY;
    }

    /** Whether the last thing said got an answer at all. */
    boolean isAnswered() {
        return code >= 200;
    }

    Verdict verdict() {
        return switch (stage) {
            case NOTHING -> new Verdict.Lost();
            case MAIL -> sender();
            case RCPT, DATA -> isAboutUs() ? new Verdict.Rejected(reply) : beforeContent();
            case CONTENT -> unknown("the connection broke while the message was handed over");
            case END -> end();
        };
    }

    private Verdict sender() {
        if (isTemporary() && !isOver()) {
            return deferred();
        }
        return isPermanent() ? new Verdict.Rejected(reply) : new Verdict.Lost();
    }

    private Verdict beforeContent() {
        if (isPermanent()) {
            return refused();
        }
        return isTemporary()
                ? deferred()
                : known(
                        new DeliveryResult.Deferred(
                                "the connection broke before the message was handed over",
                                server,
                                Duration.ZERO));
    }

    private Verdict end() {
        if (code >= 200 && code < 300) {
            return known(new DeliveryResult.Accepted(messageId, reply, server));
        }
        if (isPermanent()) {
            return refused();
        }
        return isTemporary()
                ? deferred()
                : unknown("the message was handed over, and no answer came back");
    }

    /** RFC 4954, section 6: the server wants another login; every recipient would hear the same. */
    private boolean isAboutUs() {
        return code == 530 || code == 534 || code == 535 || code == 538;
    }

    private boolean isTemporary() {
        return code >= 400 && code < 500;
    }

    private boolean isPermanent() {
        return code >= 500 && code < 600;
    }

    private Verdict refused() {
        return known(new DeliveryResult.Refused(reply, server));
    }

    private Verdict deferred() {
        return known(new DeliveryResult.Deferred(reply, server, Duration.ZERO));
    }

    private Verdict unknown(String why) {
        return known(new DeliveryResult.Unknown(messageId, why, server));
    }

    private static Verdict known(DeliveryResult result) {
        return new Verdict.Known(result);
    }

    private static @Nullable Stage stageOf(String command) {
        if (command.startsWith("MAIL FROM:")) {
            return Stage.MAIL;
        }
        if (command.startsWith("RCPT TO:")) {
            return Stage.RCPT;
        }
        return switch (command) {
            case "DATA" -> Stage.DATA;
            case "." -> Stage.END;
            default -> null;
        };
    }
}
