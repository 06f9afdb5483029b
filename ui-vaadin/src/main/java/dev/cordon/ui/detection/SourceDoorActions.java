package dev.cordon.ui.detection;

import dev.cordon.application.detection.AddPaymentSecret;
import dev.cordon.application.detection.IssueSourceToken;
import dev.cordon.application.detection.LimitSource;
import dev.cordon.application.detection.RemovePaymentSecret;
import dev.cordon.application.detection.RevokeSourceToken;
import dev.cordon.application.detection.SourceDoorQueries;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What can be decided about who sends to a log source, in one piece for the dialog. */
@Component
record SourceDoorActions(
        SourceDoorQueries queries,
        IssueSourceToken issue,
        RevokeSourceToken revoke,
        LimitSource limit,
        AddPaymentSecret addSecret,
        RemovePaymentSecret removeSecret,
        SendersAddress address,
        InstantSource clock) {}
