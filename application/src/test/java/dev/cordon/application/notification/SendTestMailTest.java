package dev.cordon.application.notification;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.CountingIds;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.notification.MailTrials.MailTrial;
import dev.cordon.application.notification.SendTestMail.Outcome;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.domain.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendTestMailTest {

    private final ScriptedChannel mail = new ScriptedChannel();
    private final Tests tests = new Tests();

    @Test
    void itGoesToWhoeverAsksAndIsWrittenDown() {
        assertThat(sending("ada@shop.example", List.of(mail)).send())
                .isEqualTo(new Outcome.Sent("ada@shop.example"));

        assertThat(mail.sent())
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.to()).isEqualTo("ada@shop.example");
                            assertThat(message.body())
                                    .contains("Hello Ada", "Es ist nichts zu tun");
                        });
        assertThat(tests.latest()).contains(new MailTrial("ada", NOON));
    }

    @Test
    void whatTheServerRefusesIsNotTakenForSent() {
        mail.then(_ -> new DeliveryResult.Refused("550 no", "mx:25"));

        assertThat(sending("ada@shop.example", List.of(mail)).send())
                .isEqualTo(new Outcome.Refused("ada@shop.example"));
        assertThat(tests.latest()).isEmpty();
    }

    @Test
    void withoutAServerItSaysSo() {
        assertThat(sending("ada@shop.example", List.of()).send())
                .isInstanceOf(Outcome.NoWayOut.class);
        assertThat(tests.latest()).isEmpty();
    }

    @Test
    void whoHasNoAddressIsToldSo() {
        assertThat(sending("", List.of(mail)).send()).isEqualTo(new Outcome.NoAddress());
        assertThat(mail.sent()).isEmpty();
    }

    private SendTestMail sending(String address, List<MessageChannel> channels) {
        var ada = new Person("ada", "Ada", address, true, List.of());
        return new SendTestMail(
                new Directory(ada),
                new StaffMail(new Channels(channels)),
                tests,
                new InlineUnitOfWork(),
                TestCaller.person("ada"),
                new CountingIds(),
                () -> NOON);
    }

    private record Directory(Person one) implements PeopleDirectory {
        @Override
        public List<Person> people() {
            return List.of(one);
        }

        @Override
        public Optional<Person> find(String username) {
            return Optional.of(one).filter(person -> person.username().equals(username));
        }
    }

    private static final class Tests implements MailTrials {
        private final List<MailTrial> all = new ArrayList<>();

        @Override
        public Optional<MailTrial> latest() {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }

        @Override
        public void add(MailTrial test) {
            all.add(test);
        }
    }
}
