package dev.cordon.ui.detection;

import dev.cordon.application.detection.ApproveRules;
import dev.cordon.application.detection.AskDryRun;
import dev.cordon.application.detection.DiscardRules;
import dev.cordon.application.detection.DraftRules;
import dev.cordon.application.detection.DryRunQueries;
import dev.cordon.application.detection.EditRules;
import dev.cordon.application.detection.RuleQueries;
import dev.cordon.application.detection.SendBackRules;
import dev.cordon.application.detection.StopDryRun;
import dev.cordon.application.detection.SubmitRules;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.store.StoreQueries;
import org.springframework.stereotype.Component;

/** What can be read of rules and done with them, in one piece for the page. */
@Component
record RuleActions(
        RuleQueries queries,
        DryRunQueries runs,
        DraftRules draft,
        EditRules edit,
        SubmitRules submit,
        ApproveRules approve,
        SendBackRules sendBack,
        DiscardRules discard,
        AskDryRun ask,
        StopDryRun stop,
        StoreQueries stores,
        Caller caller) {}
