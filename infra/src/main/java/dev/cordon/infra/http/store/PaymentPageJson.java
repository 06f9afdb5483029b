package dev.cordon.infra.http.store;

import dev.cordon.application.store.PaymentPageQueries;
import dev.cordon.domain.store.paymentpage.ApprovedElement;
import dev.cordon.domain.store.paymentpage.PageElement;
import dev.cordon.domain.store.paymentpage.PageFinding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment page as sent.
 *
 * @param on whether it is visited by itself
 * @param minutes between two visits
 * @param triedAt when a visit was tried last; null before the first time
 * @param seenAt when it was seen last; null before the first time
 * @param stoppedBy why the last visit came to nothing; null if it did not
 * @param page the digest of what was found at the last visit
 * @param elements what is on it, and what of it was approved
 * @param headers the security headers that it sent
 * @param findings what nobody approved, in words
 */
record PaymentPageJson(
        boolean on,
        String path,
        long minutes,
        @Nullable Instant triedAt,
        @Nullable Instant seenAt,
        @Nullable String stoppedBy,
        @Nullable String page,
        List<ElementJson> elements,
        Map<String, String> headers,
        List<String> findings) {

    /**
     * An element of the page.
     *
     * @param content the digest of what it is; null where only its address is known
     * @param integrity its Subresource Integrity, if there is one
     * @param approval null if nobody approved it
     */
    record ElementJson(
            PageElement.Kind kind,
            String name,
            @Nullable String content,
            @Nullable String integrity,
            @Nullable ApprovedJson approval) {

        static ElementJson of(PageElement element, @Nullable ApprovedElement approval) {
            var content = element.content();
            return new ElementJson(
                    element.kind(),
                    element.name(),
                    content == null ? null : content.hex(),
                    element.integrity(),
                    approval == null ? null : ApprovedJson.of(approval));
        }
    }

    /**
     * Why an element may be there.
     *
     * @param content the digest that it has to have; null for any
     */
    record ApprovedJson(@Nullable String content, String justification, String by, Instant at) {

        static ApprovedJson of(ApprovedElement approval) {
            var content = approval.content();
            return new ApprovedJson(
                    content == null ? null : content.hex(),
                    approval.justification(),
                    approval.by().reference(),
                    approval.at());
        }
    }

    static PaymentPageJson of(PaymentPageQueries.Shown shown) {
        var page = shown.page();
        var latest = shown.latest();
        var visit = latest == null ? null : latest.visit();
        return new PaymentPageJson(
                page.on(),
                page.path(),
                page.every().toMinutes(),
                latest == null ? null : latest.triedAt(),
                visit == null ? null : visit.at(),
                latest == null ? null : latest.stoppedBy(),
                visit == null ? null : visit.page().hex(),
                visit == null
                        ? List.of()
                        : visit.elements().stream()
                                .map(each -> ElementJson.of(each, page.approved().get(each.key())))
                                .toList(),
                visit == null ? Map.of() : visit.headers(),
                shown.findings().stream().map(PageFinding::sentence).toList());
    }
}
