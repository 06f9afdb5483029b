package dev.cordon.application.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchRunQueriesTest {

    private static final Page.Request PAGE = Page.Request.first(5);

    @Test
    void whoeverSeesEveryStoreSeesTheRuns() {
        var queries = queries(StoreScope.ALL);

        assertThat(queries.areShown()).isTrue();
        assertThat(queries.list(PAGE).items()).isEmpty();
        assertThat(queries.missing()).isEmpty();
    }

    @Test
    void aRunOverAllStoresDoesNotExistForWhoeverSeesSome() {
        var queries = queries(new StoreScope.Only(Set.of(new StoreId(new UUID(0, 1)))));

        assertThat(queries.areShown()).isFalse();
        assertThatThrownBy(() -> queries.list(PAGE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(queries::missing).isInstanceOf(NotFound.class);
    }

    private static WatchRunQueries queries(StoreScope scope) {
        return new WatchRunQueries(new NoRuns(), new TestCaller(new Actor.Person("amira"), scope));
    }
}
