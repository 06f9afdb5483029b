package dev.cordon.ui.breach;

import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.NextStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Find out who is affected, then start the clocks. */
@Configuration(proxyBeanMethods = false)
class BreachSteps {

    @Bean
    NextStep findOutWhoIsAffected(BreachActions actions) {
        return NextStep.when(
                40,
                incident ->
                        mayAssess(actions) && actions.queries().affected(incident.id()).isEmpty(),
                "determine",
                page -> page.show(PeopleTab.ID));
    }

    @Bean
    NextStep startTheClocks(BreachActions actions) {
        return NextStep.when(
                50,
                incident -> mayAssess(actions) && isDue(incident, actions),
                "aware",
                page -> new AwareDialog(page, actions).open());
    }

    private static boolean mayAssess(BreachActions actions) {
        return actions.caller().may(Permission.BREACH_ASSESS);
    }

    private static boolean isDue(Incident incident, BreachActions actions) {
        return incident.times().aware() == null
                && actions.queries()
                        .affected(incident.id())
                        .filter(found -> PeopleTab.people(found) > 0)
                        .isPresent();
    }
}
