package dev.cordon.infra.persistence.notification;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.notification.PagedPeople;
import dev.cordon.application.notification.PagedPeople.Outcome;
import dev.cordon.application.notification.PagedPeople.Paged;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PersistenceTest
class JdbcPagedPeopleTest {

    private final PagedPeople pages;
    private final Emptied database;

    JdbcPagedPeopleTest(PagedPeople pages, Emptied database) {
        this.pages = pages;
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void whoeverWasPagedIsRememberedByOccasionAndByTime() {
        pages.add(new Paged("one", "carla", Outcome.SENT, NOON));
        pages.add(new Paged("two", "adam", Outcome.REFUSED, NOON.plusSeconds(10)));

        assertThat(pages.paged("one", NOON.plusSeconds(10))).containsExactly("carla");
        assertThat(pages.paged("other", NOON)).containsExactly("adam");
        assertThat(pages.paged("one", NOON)).containsExactlyInAnyOrder("carla", "adam");
    }

    @Test
    void oneAloneHasAPersonUntilTheyAreLeftOrTooLongAgo() {
        assertThat(pages.claim("carla", NOON, NOON.minusSeconds(600))).isTrue();
        assertThat(pages.claim("carla", NOON.plusSeconds(9), NOON.minusSeconds(591))).isFalse();
        assertThat(pages.claim("adam", NOON, NOON.minusSeconds(600))).isTrue();
        assertThat(pages.claim("carla", NOON.plusSeconds(601), NOON.plusSeconds(1))).isTrue();

        pages.release("carla");

        assertThat(pages.claim("carla", NOON.plusSeconds(602), NOON.plusSeconds(2))).isTrue();
    }

    @Test
    void aSecondPageForTheSameIsNotRecorded() {
        pages.add(new Paged("one", "carla", Outcome.SENT, NOON));
        pages.add(new Paged("one", "carla", Outcome.REFUSED, NOON.plusSeconds(10)));

        assertThat(pages.newest(9)).containsExactly(new Paged("one", "carla", Outcome.SENT, NOON));
    }
}
