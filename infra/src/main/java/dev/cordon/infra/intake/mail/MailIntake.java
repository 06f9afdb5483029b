package dev.cordon.infra.intake.mail;

import dev.cordon.application.detection.TakeMailReport;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.store.StoreUrl;
import dev.cordon.infra.http.RequestRate;
import dev.cordon.infra.security.CallerContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/**
 * What is asked and answered about each mail (RFC 5321). It is taken (250) once its alert is stored
 * for good; whatever is in the way of that is a reason to come again (4xx), so that the mail waits
 * in the queue of whoever brings it.
 */
final class MailIntake {

    private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);
    private static final int BURST = 60;
    private static final Duration EACH = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int PATIENCE_SECONDS = 30;
    private static final int PIECE = 8_192;

    private final Map<String, StoreUrl> stores;
    private final int largest;
    private final MailReader reader;
    private final Function<TakeMailReport.Command, TakeMailReport.Outcome> take;
    private final RequestRate rate;

    private final AtomicLong left = new AtomicLong();

    /** A mail may be built to take much memory while it is read: one at a time. */
    private final Semaphore reading = new Semaphore(1);

    MailIntake(
            MailReportSettings settings,
            Function<TakeMailReport.Command, TakeMailReport.Outcome> take,
            InstantSource clock) {
        this.stores = settings.stores();
        this.largest = Math.toIntExact(settings.largest().toBytes());
        this.reader = new MailReader(settings.authservId());
        this.take = take;
        this.rate = new RequestRate(BURST, EACH, clock);
    }

    MessageHandler open() {
        return new OneMail();
    }

    private final class OneMail implements MessageHandler {

        private final Set<StoreUrl> recipients = new LinkedHashSet<>();

        /** Nobody is answered, so that it does not matter who it is; bounces have no sender. */
        @Override
        public void from(String from) {}

        @Override
        public void recipient(String to) throws RejectException {
            var store = stores.get(to.toLowerCase(Locale.ROOT));
            if (store == null) {
                throw new RejectException(550, "5.1.1 there is no such address here");
            }
            if (!rate.take(store.toString())) {
                LOG.warn("more mail comes in about {} than is taken; it has to wait", store);
                throw new RejectException(451, "4.7.1 too much mail at once, come again");
            }
            recipients.add(store);
        }

        @Override
        public String data(InputStream content) throws RejectException, IOException {
            var raw = bytes(content);
            var mail = read(raw);
            switch (mail) {
                case MailReader.Read.Report(var report) -> {
                    for (var store : recipients) {
                        store(new TakeMailReport.Command(store, report, raw));
                    }
                }
                case MailReader.Read.NotForPeople(var why) ->
                        LOG.info(
                                "a mail about {} tells nothing and is left: {}; {} of them since the"
                                        + " start",
                                recipients,
                                why,
                                left.incrementAndGet());
            }
            return "2.0.0 taken";
        }

        @Override
        public void done() {}
    }

    private byte[] bytes(InputStream content) throws RejectException, IOException {
        var kept = new ByteArrayOutputStream();
        var piece = new byte[PIECE];
        long until = System.nanoTime() + LONGEST.toNanos();
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            if (System.nanoTime() - until > 0) {
                throw new RejectException(451, "4.4.2 it came too slowly");
            }
            if (kept.size() <= largest) {
                kept.write(piece, 0, read);
            }
        }
        if (kept.size() > largest) {
            throw new RejectException(552, "5.3.4 the mail is larger than is taken");
        }
        return kept.toByteArray();
    }

    private MailReader.Read read(byte[] mail) throws RejectException {
        try {
            if (!reading.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new RejectException(451, "4.3.2 busy with other mail, come again");
            }
            try {
                return reader.read(mail);
            } finally {
                reading.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectException(451, "4.3.2 shutting down, come again");
        }
    }

    /** Whatever goes wrong here, the mail is safe with whoever brings it. */
    private void store(TakeMailReport.Command command) throws RejectException {
        TakeMailReport.Outcome outcome;
        try {
            outcome = CallerContext.callAs(AutomationPolicy.MAIL_REPORT, () -> take.apply(command));
        } catch (RuntimeException e) {
            LOG.warn(
                    "a mail about {} could not be stored; whoever brings it keeps it and comes again",
                    command.store(),
                    e);
            throw new RejectException(451, "4.3.0 it cannot be stored now, come again");
        }
        switch (outcome) {
            case TAKEN -> {}
            case NO_STORE -> {
                LOG.warn(
                        "no store in care has the address {} that cordon.mail-report.recipients"
                                + " names; its mail has to wait. Add the store or correct the"
                                + " setting",
                        command.store());
                throw new RejectException(451, "4.3.5 nobody here is in charge of it yet");
            }
        }
    }
}
