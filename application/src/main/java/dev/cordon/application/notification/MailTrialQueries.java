package dev.cordon.application.notification;

import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.people.Permission;
import java.util.Optional;

/** Whether it was seen that messages go out. */
@Queries
public class MailTrialQueries {

    private final MailTrials tests;

    MailTrialQueries(MailTrials tests) {
        this.tests = tests;
    }

    @Requires(Permission.STORE_MANAGE)
    public Optional<MailTrials.MailTrial> latest() {
        return tests.latest();
    }
}
