package dev.cordon.ui.evidence;

import dev.cordon.application.evidence.EvidenceQueries;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.NextStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Preserve first. */
@Configuration(proxyBeanMethods = false)
class EvidenceSteps {

    @Bean
    NextStep preserveFirst(EvidenceQueries queries, Caller caller) {
        return NextStep.when(
                15,
                incident ->
                        caller.may(Permission.EVIDENCE_COLLECT)
                                && queries.of(incident.id()).isEmpty(),
                "preserve",
                page -> page.show(EvidenceTab.ID));
    }
}
