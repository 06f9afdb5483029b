package dev.cordon.application.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesReadTest {

    private final Store store = StoreFixtures.fjordshop();
    private final List<StoreCustomer> read = new ArrayList<>();
    private final FakeStoreGateway gateway =
            new FakeStoreGateway()
                    .pagesOf(2)
                    .with(customer(1))
                    .with(customer(2))
                    .with(customer(3))
                    .with(customer(4))
                    .with(customer(5));

    @Test
    void everyItemIsHandedOverOnce() {
        var result = reading(PageCursor.START);

        assertThat(result.isComplete()).isTrue();
        assertThat(result.items()).isEqualTo(5);
        assertThat(read).extracting(StoreCustomer::id).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void failureInTheMiddleLosesNothingAndReadingGoesOnWhereItStopped() {
        gateway.failing(new StoreFailure.Truncated(), 2);

        var stopped = reading(PageCursor.START);
        gateway.recovered();
        var rest = reading(stopped.resumeAt());

        assertThat(stopped.stoppedBy()).isEqualTo(new StoreFailure.Truncated());
        assertThat(rest.isComplete()).isTrue();
        assertThat(read).extracting(StoreCustomer::id).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    private PagesRead reading(PageCursor from) {
        return PagesRead.each(from, cursor -> gateway.customers(store, cursor), read::addAll);
    }

    private static StoreCustomer customer(long id) {
        return new StoreCustomer(id, id + "@example.org", "", "", "DE", "", null);
    }
}
