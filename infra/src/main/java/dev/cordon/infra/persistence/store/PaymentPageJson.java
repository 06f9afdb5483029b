package dev.cordon.infra.persistence.store;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.paymentpage.ApprovedElement;
import dev.cordon.domain.store.paymentpage.PageElement;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.domain.store.paymentpage.PaymentPage;
import dev.cordon.domain.store.paymentpage.StandingFindings;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Payment pages and visits as JSON. */
final class PaymentPageJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PaymentPageJson() {}

    private record Approved(
            PageElement.Kind kind,
            String name,
            @Nullable String content,
            String why,
            String by,
            Instant at) {}

    private record Element(
            PageElement.Kind kind,
            String name,
            @Nullable String content,
            @Nullable String integrity) {}

    private record Visit(
            Instant at,
            String address,
            List<Element> elements,
            SortedMap<String, String> headers,
            String page) {}

    static String approved(PaymentPage page) {
        return JSON.writeValueAsString(
                page.approved().values().stream()
                        .map(
                                each ->
                                        new Approved(
                                                each.key().kind(),
                                                each.key().name(),
                                                hex(each.content()),
                                                each.justification(),
                                                each.by().reference(),
                                                each.at()))
                        .toList());
    }

    static SortedMap<PageElement.Key, ApprovedElement> approved(String json) {
        var all = new TreeMap<PageElement.Key, ApprovedElement>();
        for (var each : JSON.readValue(json, new TypeReference<List<Approved>>() {})) {
            var key = new PageElement.Key(each.kind(), each.name());
            all.put(
                    key,
                    new ApprovedElement(
                            key,
                            sha256(each.content()),
                            each.why(),
                            Actor.of(each.by()),
                            each.at()));
        }
        return all;
    }

    static String headers(SortedMap<String, String> headers) {
        return JSON.writeValueAsString(headers);
    }

    static SortedMap<String, String> headers(String json) {
        return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    }

    static String standing(StandingFindings standing) {
        return JSON.writeValueAsString(standing.since());
    }

    static StandingFindings standing(String json) {
        return new StandingFindings(
                JSON.readValue(json, new TypeReference<TreeMap<String, Instant>>() {}));
    }

    static String visit(PageVisit visit) {
        var elements =
                visit.elements().stream()
                        .map(
                                each ->
                                        new Element(
                                                each.kind(),
                                                each.name(),
                                                hex(each.content()),
                                                each.integrity()))
                        .toList();
        return JSON.writeValueAsString(
                new Visit(
                        visit.at(),
                        visit.address(),
                        elements,
                        visit.headers(),
                        visit.page().hex()));
    }

    static PageVisit visit(StoreId store, String json) {
        var visit = JSON.readValue(json, Visit.class);
        var elements =
                visit.elements().stream()
                        .map(
                                each ->
                                        new PageElement(
                                                each.kind(),
                                                each.name(),
                                                sha256(each.content()),
                                                each.integrity()))
                        .toList();
        return new PageVisit(
                store,
                visit.at(),
                visit.address(),
                elements,
                visit.headers(),
                new Sha256(visit.page()));
    }

    private static @Nullable String hex(@Nullable Sha256 digest) {
        return digest == null ? null : digest.hex();
    }

    private static @Nullable Sha256 sha256(@Nullable String hex) {
        return hex == null ? null : new Sha256(hex);
    }
}
