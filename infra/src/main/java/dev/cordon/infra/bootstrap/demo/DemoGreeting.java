package dev.cordon.infra.bootstrap.demo;

import dev.cordon.application.people.DemoTeam;
import dev.cordon.domain.people.Person;
import dev.cordon.infra.bootstrap.FirstAnswered;
import dev.cordon.infra.folder.DataFolder;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells a newcomer where to look and whom to be. */
@Component
@Profile("demo")
class DemoGreeting {

    private final DemoTeam team;
    private final DataFolder data;

    DemoGreeting(DemoTeam team, DataFolder data) {
        this.team = team;
        this.data = data;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void greet(FirstAnswered up) {
        System.out.println(text(up));
    }

    String text(FirstAnswered up) {
        var users = team.members().stream().map(DemoGreeting::line).collect(Collectors.joining());
        return """

                ------------------------------------------------------------------------
                Cordon demonstration: a store under attack. All people in it are made up.

                  console    %s   (up after %s)
                  password   %s   for each of these users
                %s
                  data       %s
                             kept until the next start; --fresh begins anew

                The first alert comes within a minute. Ctrl-C ends the demonstration.
                ------------------------------------------------------------------------
                """
                .formatted(
                        up.address(),
                        String.format(Locale.ROOT, "%.1f s", up.took().toMillis() / 1000.0),
                        team.password(),
                        users,
                        data.data());
    }

    private static String line(Person person) {
        var roles =
                person.grants().stream()
                        .map(grant -> grant.role().id())
                        .collect(Collectors.joining(", "));
        return "    %-8s %s%n".formatted(person.username(), roles);
    }
}
