package dev.cordon.ui.people;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.people.ApiTokenQueries;
import dev.cordon.application.people.IssueApiToken;
import dev.cordon.application.people.RevokeApiToken;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What can be done with tokens, in one piece for the settings. */
@Component
record TokenActions(
        ApiTokenQueries queries,
        IssueApiToken issue,
        RevokeApiToken revoke,
        Caller caller,
        InstantSource clock) {}
