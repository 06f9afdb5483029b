package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.notification.MailTrials.MailTrial;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Sends a message to whoever asks for it, so that somebody has seen that messages go out. */
@StreamingUseCase
public class SendTestMail {

    private static final String SUBJECT = "Cordon: a test message";

    private static final String BODY =
            """
            Hello %s,

            this message was asked for in Cordon. That you read it shows that Cordon reaches you by
            mail. Nothing has to be done.

            Diese Nachricht wurde in Cordon angefordert. Dass Sie sie lesen, zeigt, dass Cordon Sie
            per Mail erreicht. Es ist nichts zu tun.
            """;

    /** What came of it. */
    public sealed interface Outcome {

        /** The mail server took it, or may have: look into the mailbox. */
        record Sent(String address) implements Outcome {}

        /** The mail server refused it for good. */
        record Refused(String address) implements Outcome {}

        /**
         * There is no way out now.
         *
         * @param why in plain words
         */
        record NoWayOut(String why) implements Outcome {}

        /** The directory knows no address of the caller. */
        record NoAddress() implements Outcome {}
    }

    private final PeopleDirectory people;
    private final StaffMail mail;
    private final MailTrials tests;
    private final UnitOfWork work;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    SendTestMail(
            PeopleDirectory people,
            StaffMail mail,
            MailTrials tests,
            UnitOfWork work,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.people = people;
        this.mail = mail;
        this.tests = tests;
        this.work = work;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public Outcome send() {
        var who = people.find(caller.person().name()).filter(StaffMail::reaches).orElse(null);
        if (who == null) {
            return new Outcome.NoAddress();
        }
        try {
            var id = "<test-%s@cordon>".formatted(ids.next());
            if (!mail.send(id, who, SUBJECT, BODY.formatted(who.displayName()))) {
                return new Outcome.Refused(who.email());
            }
            work.run(() -> tests.add(new MailTrial(who.username(), clock.instant())));
            return new Outcome.Sent(who.email());
        } catch (Unavailable away) {
            return new Outcome.NoWayOut(String.valueOf(away.getMessage()));
        }
    }
}
