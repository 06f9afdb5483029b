package dev.cordon.woocommerce.store;

import static dev.cordon.woocommerce.store.Findings.failed;
import static dev.cordon.woocommerce.store.Findings.may;
import static dev.cordon.woocommerce.store.Findings.mayNot;
import static dev.cordon.woocommerce.store.Findings.open;

import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.EdgeToken;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreUrl;
import dev.cordon.domain.store.Verdict;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the token of the network in front of the store lets Cordon do; it reads alone. */
final class EdgeCheck {

    private static final String FIREWALL = "#waf:edit";

    private final StoreCalls calls;
    private final StoreUrl api;
    private final Store store;
    private final EdgeToken access;

    EdgeCheck(StoreCalls calls, StoreUrl api, Store store, EdgeToken access) {
        this.calls = calls;
        this.api = api;
        this.store = store;
        this.access = access;
    }

    /** One verdict for all: blocking addresses and paths is one right. */
    void run(Findings findings) {
        findings.rest(ConnectionKind.EDGE, verdict());
    }

    private Verdict verdict() {
        return switch (ask("/client/v4/user/tokens/verify")) {
            case StoreAnswer.Failed<StoreReply>(var why) -> failed(why);
            case StoreAnswer.Ok<StoreReply>(var reply) -> {
                var status = reply.json().path("result").path("status").asString("");
                yield status.equals("active")
                        ? zone()
                        : mayNot(Finding.TOKEN_INACTIVE, word(status));
            }
        };
    }

    private Verdict zone() {
        return switch (ask("/client/v4/zones/" + access.zone())) {
            case StoreAnswer.Failed<StoreReply>(var why) -> failed(why);
            case StoreAnswer.Ok<StoreReply>(var reply) -> zone(reply.json().path("result"));
        };
    }

    private Verdict zone(JsonNode zone) {
        var name = zone.path("name").asString("").toLowerCase(Locale.ROOT);
        var host = store.url().host();
        if (!host.equals(name) && !host.endsWith("." + name)) {
            return mayNot(Finding.OTHER_ZONE, word(name));
        }
        boolean mayEdit =
                StreamSupport.stream(zone.path("permissions").spliterator(), false)
                        .anyMatch(each -> each.asString("").equals(FIREWALL));
        return mayEdit ? may(Finding.TOKEN_MAY, name) : reading(name);
    }

    /** Not every token is told its rights. */
    private Verdict reading(String name) {
        var rules = "/client/v4/zones/" + access.zone() + "/firewall/access_rules/rules?per_page=5";
        return switch (ask(rules)) {
            case StoreAnswer.Failed<StoreReply>(var why) -> failed(why);
            case StoreAnswer.Ok<StoreReply> _ -> open(Finding.TOKEN_OPEN, name);
        };
    }

    private StoreAnswer<StoreReply> ask(String reference) {
        return calls.getWithToken(api, reference, access.token());
    }

    /** Somebody else's words are shown only when they look like a name. */
    private static String word(String text) {
        return text.matches("[A-Za-z0-9._-]{1,100}") ? text : "?";
    }
}
