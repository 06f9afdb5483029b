package dev.cordon.application.notification;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.application.notification.PagedPeople.Outcome;
import dev.cordon.application.notification.PagedPeople.Paged;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages those who command incidents of a store and those who run the program, when evidence or
 * ledger is not what it was. Each of them once for what differs, in however many stores it is told
 * and however often this is tried; and once an hour at most, as whoever was woken finds the other
 * alerts at the desk.
 */
@StreamingUseCase
public class PageTampering {

    private static final Logger LOG = LoggerFactory.getLogger(PageTampering.class);
    private static final Duration QUIET = Duration.ofHours(1);
    private static final Duration LONGEST_PAGE = Duration.ofMinutes(10);

    private final Alerts alerts;
    private final Stores stores;
    private final PeopleDirectory people;
    private final PagedPeople pages;
    private final StaffMail mail;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    PageTampering(
            Alerts alerts,
            Stores stores,
            PeopleDirectory people,
            PagedPeople pages,
            StaffMail mail,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.alerts = alerts;
        this.stores = stores;
        this.people = people;
        this.pages = pages;
        this.mail = mail;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Does nothing for an alert of another origin.
     *
     * @throws Unavailable if somebody could not be reached yet, is being paged by another job, or
     *     there is nobody to be paged; those who were paged are not paged again
     */
    @Requires(Permission.PEOPLE_PAGE)
    public void page(AlertId id) throws Unavailable {
        var alert = work.commit(() -> alerts.get(id, caller.scope()));
        var note = alert.note();
        if (!alert.origin().sourceType().equals(AlertOrigin.INTEGRITY) || note == null) {
            return;
        }
        var occasion = occasion(alert);
        var wanted = people.people().stream().filter(person -> isWanted(person, alert)).toList();
        if (wanted.isEmpty()) {
            LOG.error("nobody can be paged about tampering alert={}", id);
            throw new Unavailable("Nobody who commands incidents or runs the program has mail.");
        }
        var store = work.commit(() -> stores.get(alert.store(), caller.scope())).name();
        Unavailable away = null;
        for (var person : wanted) {
            if (!isPaged(occasion, person)) {
                away = page(person, PageLetter.to(person, alert, note, store), occasion, away);
            }
        }
        if (away != null) {
            throw away;
        }
    }

    private boolean isPaged(String occasion, Person person) {
        var since = clock.instant().minus(QUIET);
        return work.commit(() -> pages.paged(occasion, since)).contains(person.username());
    }

    /** What is told of in several stores is one occasion. */
    static String occasion(Alert alert) {
        return alert.origin().toString();
    }

    private static boolean isWanted(Person person, Alert alert) {
        var access = person.access();
        return StaffMail.reaches(person)
                && (access.scope(Permission.INCIDENT_COMMAND).covers(alert.store())
                        || access.scope(Permission.STORE_MANAGE).covers(alert.store()));
    }

    private @Nullable Unavailable page(
            Person person, PageLetter letter, String occasion, @Nullable Unavailable before) {
        var now = clock.instant();
        var gone = now.minus(LONGEST_PAGE);
        if (!work.commit(() -> pages.claim(person.username(), now, gone))) {
            return new Unavailable("Another job is paging " + person.username() + ".");
        }
        // Whoever had the person until now may have paged them.
        if (isPaged(occasion, person)) {
            work.run(() -> pages.release(person.username()));
            return before;
        }
        try {
            var sent =
                    mail.send(
                            messageId(occasion, person),
                            person,
                            letter.subject(),
                            letter.body(),
                            letter.language());
            var outcome = sent ? Outcome.SENT : Outcome.REFUSED;
            LOG.info("paged about tampering person={} outcome={}", person.username(), outcome);
            var paged = new Paged(occasion, person.username(), outcome, clock.instant());
            work.run(
                    () -> {
                        pages.add(paged);
                        pages.release(person.username());
                    });
            return before;
        } catch (Unavailable away) {
            work.run(() -> pages.release(person.username()));
            return away;
        }
    }

    private static String messageId(String occasion, Person person) {
        var both = occasion + "\n" + person.username();
        return "<page-%s@cordon>".formatted(Sha256.of(both.getBytes(StandardCharsets.UTF_8)).hex());
    }
}
