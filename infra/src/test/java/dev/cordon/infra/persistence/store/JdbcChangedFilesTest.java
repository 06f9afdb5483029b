package dev.cordon.infra.persistence.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.store.ChangedFiles;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.ChangedFile;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PersistenceTest
class JdbcChangedFilesTest {

    private static final StoreId SHOP = StoreFixtures.FJORDSHOP;
    private static final String AREA = "wp-content/plugins/a/";

    private final ChangedFiles changed;
    private final Stores stores;
    private final Acting acting;
    private final UnitOfWork work;
    private final Emptied database;

    JdbcChangedFilesTest(
            ChangedFiles changed, Stores stores, Acting acting, UnitOfWork work, Emptied database) {
        this.changed = changed;
        this.stores = stores;
        this.acting = acting;
        this.work = work;
        this.database = database;
    }

    @BeforeEach
    void addStore() {
        database.empty();
        var added = Store.add(SHOP, StoreFixtures.profile(), StoreAccess.NONE, ADMIN, NOON);
        acting.as(ADMIN, "TestUseCase", () -> stores.save(added));
    }

    @Test
    void filesOfAnAreaAreListedByTheirPathsPageAfterPage() {
        add("b", ChangedFile.How.NEW);
        add("B", ChangedFile.How.NEW);
        add("\u00e4\n" + "x".repeat(4_000), ChangedFile.How.NEW);
        add("b", ChangedFile.How.GONE);

        var first = changed.list(SHOP, AREA, Page.Request.first(2));
        var rest = changed.list(SHOP, AREA, new Page.Request(2, first.next()));

        assertThat(first.items())
                .containsExactly(file("B", ChangedFile.How.NEW), file("b", ChangedFile.How.GONE));
        assertThat(rest.items()).hasSize(1);
        assertThat(rest.next()).isNull();
        assertThat(changed.count(SHOP, AREA)).isEqualTo(3);
    }

    @Test
    void whatIsAsApprovedIsForgotten() {
        add("b", ChangedFile.How.NEW);
        work.run(() -> changed.keepOnly(SHOP, Set.of(AREA, "index.php")));
        assertThat(changed.count(SHOP, AREA)).isEqualTo(1);

        work.run(() -> changed.keepOnly(SHOP, Set.of()));

        assertThat(changed.count(SHOP, AREA)).isZero();
    }

    private void add(String name, ChangedFile.How how) {
        work.run(() -> changed.add(SHOP, List.of(file(name, how))));
    }

    private static ChangedFile file(String name, ChangedFile.How how) {
        return new ChangedFile(AREA + name, how, NOON);
    }
}
