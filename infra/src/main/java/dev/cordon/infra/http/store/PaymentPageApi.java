package dev.cordon.infra.http.store;

import dev.cordon.application.store.ApprovePageElements;
import dev.cordon.application.store.PaymentPageQueries;
import dev.cordon.application.store.SetPageWatch;
import dev.cordon.application.store.VisitPaymentPage;
import dev.cordon.application.store.WithdrawPageElement;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.paymentpage.PageElement;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The payment page of a store: what is on it, and what of it was approved. */
@RestController
@RequestMapping(ApiPaths.API + "/stores/{id}/payment-page")
@Tag(name = "stores")
class PaymentPageApi {

    private final PaymentPageQueries queries;
    private final SetPageWatch set;
    private final VisitPaymentPage visit;
    private final ApprovePageElements approve;
    private final WithdrawPageElement withdraw;

    PaymentPageApi(
            PaymentPageQueries queries,
            SetPageWatch set,
            VisitPaymentPage visit,
            ApprovePageElements approve,
            WithdrawPageElement withdraw) {
        this.queries = queries;
        this.set = set;
        this.visit = visit;
        this.approve = approve;
        this.withdraw = withdraw;
    }

    /**
     * How the page is watched.
     *
     * @param path of the page below the front page
     * @param minutes between two visits
     */
    record PageWatchJson(boolean on, @NotBlank @Size(max = 300) String path, long minutes) {}

    /** Names an element of the page. */
    record ElementKeyJson(
            @NotNull PageElement.Kind kind, @NotBlank @Size(max = 4_000) String name) {

        PageElement.Key key() {
            return new PageElement.Key(kind, name);
        }
    }

    /**
     * What may be on the page.
     *
     * @param page the digest of the visit that was looked at
     * @param exact whether only with the content that was seen
     * @param headers whether the page has to send the security headers of that visit, too
     */
    record ApprovalJson(
            @NotBlank String page,
            @NotEmpty @Size(max = 1_000) List<@Valid ElementKeyJson> elements,
            boolean exact,
            boolean headers,
            @NotBlank @Size(max = 500) String justification) {}

    record WithdrawalJson(
            @NotNull @Valid ElementKeyJson element, @NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @Operation(summary = "Shows what is on the payment page, and what of it nobody approved")
    ResponseEntity<PaymentPageJson> show(@PathVariable UUID id) {
        var shown = queries.page(new StoreId(id));
        return ResponseEntity.ok()
                .eTag(ETags.of(shown.page().version()))
                .body(PaymentPageJson.of(shown));
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Says whether, where and how often the page is visited",
            description = "Every minute at most, every seven days at least.")
    void set(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody PageWatchJson wish) {
        set.set(
                new SetPageWatch.Command(
                        new StoreId(id),
                        ETags.seen(seen),
                        wish.on(),
                        wish.path(),
                        Duration.ofMinutes(wish.minutes())));
    }

    @PostMapping("/visit")
    @Operation(summary = "Visits the page now, as a customer with a cart; orders nothing")
    PaymentPageJson visit(@PathVariable UUID id) {
        visit.visit(new VisitPaymentPage.Command(new StoreId(id)));
        return PaymentPageJson.of(queries.page(new StoreId(id)));
    }

    @PostMapping("/approvals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that elements may be on the page, and why")
    void approve(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody ApprovalJson wish) {
        var keys = new LinkedHashSet<PageElement.Key>();
        wish.elements().forEach(each -> keys.add(each.key()));
        approve.approve(
                new ApprovePageElements.Command(
                        new StoreId(id),
                        ETags.seen(seen),
                        new Sha256(wish.page()),
                        keys,
                        wish.exact(),
                        wish.headers(),
                        wish.justification()));
    }

    @PostMapping("/withdrawals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that an element may be on the page no longer")
    void withdraw(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody WithdrawalJson wish) {
        withdraw.withdraw(
                new WithdrawPageElement.Command(
                        new StoreId(id), ETags.seen(seen), wish.element().key(), wish.reason()));
    }

    @GetMapping("/kept/{page}")
    @Operation(
            summary = "Hands out a page as it came, if it was kept for an alert",
            description = "Never shown in place: what it holds would run.")
    ResponseEntity<byte[]> kept(@PathVariable UUID id, @PathVariable String page) {
        var html = queries.kept(new StoreId(id), new Sha256(page));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("payment-page-" + page.substring(0, 12) + ".html.txt")
                                .build()
                                .toString())
                .body(html);
    }
}
