package dev.cordon.ui.evidence;

import dev.cordon.application.evidence.CreateRecoveryKey;
import dev.cordon.application.evidence.ViewRecoveryKey;
import dev.cordon.application.kernel.Caller;
import dev.cordon.ui.people.NameBook;
import org.springframework.stereotype.Component;

/** What the settings know of the recovery key and do about it. */
@Component
record RecoveryKeyActions(
        ViewRecoveryKey view, CreateRecoveryKey create, NameBook book, Caller caller) {}
