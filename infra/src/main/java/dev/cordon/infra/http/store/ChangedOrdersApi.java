package dev.cordon.infra.http.store;

import dev.cordon.application.store.TakeMirrorWebhook;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.SignedBody;
import dev.cordon.infra.security.CallerContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door for stores that tell their mirrors of changed orders: the signature opens it. */
@RestController
@RequestMapping(ApiPaths.INGEST)
@Tag(name = "ingest")
class ChangedOrdersApi {

    private static final Logger SECURITY = LoggerFactory.getLogger("dev.cordon.security");

    private final TakeMirrorWebhook take;

    ChangedOrdersApi(TakeMirrorWebhook take) {
        this.take = take;
    }

    @PostMapping("/stores/{store}/changed-orders")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirements
    @Operation(
            summary = "Takes in that orders of a store were changed, if the signature fits",
            description =
                    "For the webhooks that Cordon puts into a store whose orders are mirrored. No"
                            + " token is needed, and nothing of the body is kept: the mirror asks"
                            + " the store. At most 1 MiB.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "string", format = "binary"))))
    void changed(
            @PathVariable UUID store,
            @RequestHeader(name = "X-WC-Webhook-Signature", required = false)
                    @Nullable String signature,
            HttpServletRequest request)
            throws IOException {
        var command =
                new TakeMirrorWebhook.Command(
                        new StoreId(store), signature, SignedBody.of(request));
        var outcome = CallerContext.callAs(AutomationPolicy.STORE_MIRROR, () -> take.take(command));
        if (outcome == TakeMirrorWebhook.Outcome.REFUSED) {
            SECURITY.warn(
                    "webhook of a mirror refused store={} from={}", store, request.getRemoteAddr());
            throw ApiProblem.signature(
                    "The signature does not fit. Cordon puts webhooks into stores by itself:"
                            + " nothing has to be done if this one is none of those.");
        }
    }
}
