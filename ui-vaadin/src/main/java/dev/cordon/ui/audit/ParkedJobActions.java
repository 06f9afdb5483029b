package dev.cordon.ui.audit;

import dev.cordon.application.audit.ParkedJobQueries;
import dev.cordon.application.audit.TakeUpParkedJob;
import dev.cordon.application.kernel.Caller;
import dev.cordon.ui.people.NameBook;
import org.springframework.stereotype.Component;

/** What the settings know of parked jobs and do about them. */
@Component
record ParkedJobActions(
        ParkedJobQueries queries, TakeUpParkedJob takeUp, NameBook book, Caller caller) {}
