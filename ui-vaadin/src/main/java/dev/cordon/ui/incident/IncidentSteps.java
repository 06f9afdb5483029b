package dev.cordon.ui.incident;

import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.people.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the incident itself suggests to do next. */
@Configuration(proxyBeanMethods = false)
class IncidentSteps {

    @Bean
    NextStep acknowledgeFirst(Caller caller, IncidentDialogs dialogs) {
        return NextStep.when(
                10,
                incident ->
                        incident.stage() == Stage.TRIAGE
                                && incident.times().acknowledged() == null
                                && caller.may(Permission.INCIDENT_RESPOND),
                "acknowledge",
                dialogs::acknowledge);
    }

    @Bean
    NextStep takeCommandEarly(Caller caller, IncidentDialogs dialogs) {
        return NextStep.when(
                20,
                incident -> incident.commander() == null && caller.may(Permission.INCIDENT_COMMAND),
                "command",
                dialogs::takeCommand);
    }
}
