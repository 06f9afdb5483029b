package dev.cordon.domain.store.paymentpage;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PaymentPageTest {

    private static final PageElement OURS = script("https://shop.example/checkout.js", "a");
    private static final PageElement PROVIDER = script("https://js.pay.example/v3/", "b");
    private static final PageElement SKIMMER = script("https://cdn.evil.example/j.js", "c");
    private static final PaymentPage PAGE = PaymentPage.unwatched(FJORDSHOP);

    private static PageElement script(String name, String content) {
        return new PageElement(
                PageElement.Kind.SCRIPT,
                name,
                Sha256.of(content.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    private static PageVisit visit(Map<String, String> headers, PageElement... elements) {
        return new PageVisit(
                FJORDSHOP,
                NOON,
                "https://shop.example/checkout/",
                List.of(elements),
                new TreeMap<>(headers),
                Sha256.of(new byte[0]));
    }

    private static PaymentPage approved(boolean exact, PageElement... elements) {
        return PAGE.approve(List.of(elements), exact, "takes cards", ADMIN, NOON).state();
    }

    @Test
    void aPageOfWhichNothingWasApprovedAlarmsNobody() {
        assertThat(PAGE.judge(visit(Map.of(), OURS, SKIMMER))).isEmpty();
    }

    @Test
    void whatWasApprovedIsNoFindingAndWhatWasNotIsACriticalOne() {
        var page = approved(true, OURS, PROVIDER);

        assertThat(page.judge(visit(Map.of(), OURS, PROVIDER))).isEmpty();
        assertThat(page.judge(visit(Map.of(), OURS, PROVIDER, SKIMMER)))
                .containsExactly(new PageFinding.New(SKIMMER))
                .allMatch(PageFinding::isCritical);
    }

    @Test
    void aScriptThatIsGoneIsNoFinding() {
        assertThat(approved(true, OURS, PROVIDER).judge(visit(Map.of(), OURS))).isEmpty();
    }

    @Test
    void anotherContentIsAFindingUnlessAnyWasApproved() {
        var other = script(OURS.name(), "a skimmer in it");

        assertThat(approved(true, OURS).judge(visit(Map.of(), other)))
                .containsExactly(new PageFinding.Changed(other));
        assertThat(approved(false, OURS).judge(visit(Map.of(), other))).isEmpty();
    }

    @Test
    void aScriptThatCouldNotBeFetchedIsNotTheOneThatWasApproved() {
        var unknown = new PageElement(PageElement.Kind.SCRIPT, OURS.name(), null, null);

        assertThat(approved(true, OURS).judge(visit(Map.of(), unknown))).hasSize(1);
    }

    @Test
    void aSecurityHeaderThatIsWeakerOrGoneIsAFinding() {
        var page =
                approved(true, OURS)
                        .approveHeaders(
                                new TreeMap<>(Map.of("x-frame-options", "DENY")), "", ADMIN, NOON)
                        .state();

        assertThat(page.judge(visit(Map.of("x-frame-options", "DENY"), OURS))).isEmpty();
        assertThat(page.judge(visit(Map.of("x-frame-options", "ALLOWALL"), OURS)))
                .containsExactly(new PageFinding.Header("x-frame-options", "DENY", "ALLOWALL"));
        assertThat(page.judge(visit(Map.of(), OURS)))
                .containsExactly(new PageFinding.Header("x-frame-options", "DENY", null))
                .noneMatch(PageFinding::isCritical);
    }

    @Test
    void whatIsWithdrawnIsAFindingAgain() {
        var page =
                approved(true, OURS, PROVIDER)
                        .withdraw(PROVIDER.key(), "no longer used", ADMIN, NOON)
                        .state();

        assertThat(page.judge(visit(Map.of(), OURS, PROVIDER)))
                .containsExactly(new PageFinding.New(PROVIDER));
    }

    @Test
    void nothingIsApprovedWithoutAJustificationOrWithoutASubject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAGE.approve(List.of(OURS), true, " ", ADMIN, NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAGE.approve(List.of(), true, "why", ADMIN, NOON));
    }

    @Test
    void thePageIsVisitedOftenEnoughForTheStandardAndNotWithoutEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAGE.watch(true, "/checkout/", Duration.ofDays(8), ADMIN, NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAGE.watch(true, "/checkout/", Duration.ZERO, ADMIN, NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PAGE.watch(true, "//evil.example", Duration.ofDays(1), ADMIN, NOON));
    }
}
