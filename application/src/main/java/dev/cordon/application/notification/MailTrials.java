package dev.cordon.application.notification;

import java.time.Instant;
import java.util.Optional;

/** Which test messages went out. Written once each. */
public interface MailTrials {

    /**
     * A message that the mail server took.
     *
     * @param username whom it went to, by login name
     */
    record MailTrial(String username, Instant at) {}

    /** The newest. */
    Optional<MailTrial> latest();

    void add(MailTrial test);
}
