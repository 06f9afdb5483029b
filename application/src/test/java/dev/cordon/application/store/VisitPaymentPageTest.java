package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.paymentpage.PageElement;
import dev.cordon.domain.store.paymentpage.PageFinding;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.domain.store.paymentpage.PaymentPage;
import dev.cordon.domain.store.paymentpage.StandingFindings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitPaymentPageTest {

    private static final byte[] HTML = "<html>".getBytes(StandardCharsets.UTF_8);
    private static final PageElement OURS = script("https://shop.example/a.js");
    private static final PageElement SKIMMER = script("https://evil.example/b.js");

    private final InMemoryStores stores = new InMemoryStores();
    private final Pages pages = new Pages();
    private final Visits visits = new Visits();
    private final InlineUnitOfWork work = new InlineUnitOfWork();
    private final TestCaller ada = TestCaller.person("ada");
    private final List<List<PageFinding>> told = new ArrayList<>();
    private final List<Instant> blind = new ArrayList<>();
    private final Alarm alarm = new Alarm();
    private StoreAnswer<PageVisitor.Seen> answer = seen(OURS);

    @BeforeEach
    void aStore() {
        stores.save(
                Store.add(FJORDSHOP, StoreFixtures.profile(), StoreAccess.NONE, ada.actor(), NOON));
    }

    @Test
    void whatWasApprovedAlarmsNobodyAndWhatWasNotIsToldAndKept() {
        visit();
        approve();
        visit();
        assertThat(told).isEmpty();
        assertThat(visits.kept).isEmpty();

        answer = seen(OURS, SKIMMER);
        visit();

        assertThat(told).containsExactly(List.of(new PageFinding.New(SKIMMER)));
        assertThat(visits.kept).containsExactly(HTML);
    }

    @Test
    void whatStandsIsKeptUntilAVisitIsClean() {
        visit();
        approve();
        answer = seen(OURS, SKIMMER);
        visit();
        var found = new PageFinding.New(SKIMMER);
        assertThat(visits.standing(FJORDSHOP).since()).containsEntry(found.identity(), NOON);

        answer = new StoreAnswer.Failed<>(new StoreFailure.ServerError(503));
        visit();
        assertThat(visits.standing(FJORDSHOP).since()).containsKey(found.identity());

        answer = seen(OURS);
        visit();
        assertThat(visits.standing(FJORDSHOP)).isEqualTo(StandingFindings.NONE);
    }

    @Test
    void aStoreThatDoesNotAnswerSaysWhyAndLeavesWhatWasSeen() {
        visit();
        answer = new StoreAnswer.Failed<>(new StoreFailure.ServerError(503));

        visit();

        var latest = visits.latest(FJORDSHOP).orElseThrow();
        assertThat(latest.stoppedBy()).contains("503");
        assertThat(latest.visit()).isNotNull();
        assertThat(told).isEmpty();
    }

    @Test
    void aWatchThatSeesNothingFourTimesInARowIsTold() {
        watch(true);
        visit();
        var seen = answer;
        answer = new StoreAnswer.Failed<>(new StoreFailure.ServerError(503));
        visit();
        visit();
        visit();
        answer = seen;
        visit();
        answer = new StoreAnswer.Failed<>(new StoreFailure.ServerError(503));
        visit();
        visit();
        visit();
        assertThat(blind).isEmpty();

        visit();

        assertThat(blind).containsExactly(NOON);
    }

    @Test
    void aWatchThatNeverSawThePageIsToldToo() {
        watch(true);
        answer = new StoreAnswer.Failed<>(new StoreFailure.ServerError(503));
        for (int visit = 0; visit < 4; visit++) {
            visit();
        }

        assertThat(blind).containsExactly(NOON);
    }

    @Test
    void aPageThatIsNotWatchedCannotGoBlind() {
        watch(false);
        answer = new StoreAnswer.Failed<>(new StoreFailure.ServerError(503));
        for (int visit = 0; visit < 4; visit++) {
            visit();
        }

        assertThat(blind).isEmpty();
    }

    @Test
    void nobodyApprovesWhatCameInAfterTheyLooked() {
        visit();
        var looked = command();
        answer = seen(OURS, SKIMMER);
        visit();

        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> approving().approve(looked));
        assertThat(pages.of(FJORDSHOP).approved()).isEmpty();
    }

    @Test
    void theStoreIsVisitedWhileNoTransactionIsOpen() {
        var inside = new AtomicBoolean();
        new VisitPaymentPage(
                        stores,
                        pages,
                        (_, _) -> {
                            inside.set(work.isOpen());
                            return answer;
                        },
                        visits,
                        alarm,
                        work,
                        ada,
                        () -> NOON)
                .visit(new VisitPaymentPage.Command(FJORDSHOP));

        assertThat(inside).isFalse();
    }

    @Test
    void anotherStoresPageIsNotThere() {
        var stranger = ada.within(StoreScope.NONE);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () ->
                                new PaymentPageQueries(stores, pages, visits, stranger)
                                        .page(FJORDSHOP));
    }

    private void visit() {
        new VisitPaymentPage(stores, pages, (_, _) -> answer, visits, alarm, work, ada, () -> NOON)
                .visit(new VisitPaymentPage.Command(FJORDSHOP));
    }

    private void watch(boolean on) {
        var page = pages.of(FJORDSHOP);
        pages.save(page.watch(on, page.path(), page.every(), ada.actor(), NOON));
    }

    private void approve() {
        approving().approve(command());
    }

    private ApprovePageElements approving() {
        return new ApprovePageElements(stores, pages, visits, ada, () -> NOON);
    }

    private ApprovePageElements.Command command() {
        var latest = visits.latest(FJORDSHOP).orElseThrow().visit();
        assertThat(latest).isNotNull();
        return new ApprovePageElements.Command(
                FJORDSHOP,
                pages.of(FJORDSHOP).version(),
                latest.page(),
                Set.of(OURS.key()),
                true,
                true,
                "takes cards");
    }

    private static PageElement script(String name) {
        return new PageElement(
                PageElement.Kind.SCRIPT,
                name,
                Sha256.of(name.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    private static StoreAnswer<PageVisitor.Seen> seen(PageElement... elements) {
        var all = List.of(elements);
        var visit =
                new PageVisit(
                        FJORDSHOP,
                        NOON,
                        "https://shop.example/checkout/",
                        all,
                        new TreeMap<>(Map.of("x-frame-options", "DENY")),
                        Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)));
        return new StoreAnswer.Ok<>(new PageVisitor.Seen(visit, HTML));
    }

    private final class Alarm implements PageAlarm {

        @Override
        public boolean tell(
                PageVisit visit,
                Sha256 page,
                List<PageFinding> findings,
                StandingFindings standing) {
            assertThat(page).isEqualTo(Sha256.of(HTML));
            boolean isNew = !told.contains(findings);
            told.add(findings);
            return isNew;
        }

        @Override
        public void blind(StoreId store, String why, Instant seenLast) {
            assertThat(why).contains("503");
            blind.add(seenLast);
        }
    }

    private static final class Pages implements PaymentPages {

        private final Map<StoreId, PaymentPage> kept = new HashMap<>();

        @Override
        public PaymentPage of(StoreId store) {
            return kept.getOrDefault(store, PaymentPage.unwatched(store));
        }

        @Override
        public void save(Transition<PaymentPage> change) {
            var page = change.state();
            kept.put(
                    page.store(),
                    new PaymentPage(
                            page.store(),
                            page.on(),
                            page.path(),
                            page.every(),
                            page.approved(),
                            page.headers(),
                            page.version().next()));
        }
    }

    private static final class Visits implements PageVisits {

        private final List<byte[]> kept = new ArrayList<>();
        private @Nullable Latest latest;

        @Override
        public Optional<Latest> latest(StoreId store) {
            return Optional.ofNullable(latest);
        }

        @Override
        public void seen(PageVisit visit, StandingFindings standing) {
            latest = new Latest(visit.at(), visit, null, 1, visit.at(), standing, 0);
        }

        @Override
        public void stopped(StoreId store, String why, Instant at) {
            int failed = latest == null ? 0 : latest.failed();
            var seen = latest == null ? null : latest.visit();
            latest = new Latest(at, seen, why, 1, at, standing(store), 1 + failed);
        }

        @Override
        public void keep(StoreId store, Sha256 page, byte[] html, Instant at) {
            kept.add(html);
        }

        @Override
        public void forget(Instant before) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> kept(StoreId store, String sha256) {
            return kept.stream().findFirst();
        }
    }
}
