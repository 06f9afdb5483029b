package dev.cordon.woocommerce.store;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.store.StoreAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WooCommerceWebhooksTest {

    private final RecordedStore recorded = new RecordedStore();
    private final WooCommerceWebhooks webhooks = recorded.webhooks();

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void oneThatTheStoreSwitchedOffIsSeenToBe() {
        var off = Recording.of("webhook_state/webhook_failing_6").build().getBody();
        recorded.server.stubFor(
                get(urlPathEqualTo(RecordedStore.WEBHOOKS)).willReturn(okJson("[" + off + "]")));

        assertThat(got(webhooks.all(recorded.store())))
                .singleElement()
                .satisfies(
                        webhook -> {
                            assertThat(webhook.active()).isFalse();
                            assertThat(webhook.topic()).isEqualTo("order.updated");
                            assertThat(webhook.address()).startsWith("http");
                        });
    }

    @Test
    void oneIsAddedWithASecretOfOurs() {
        recorded.server.stubFor(
                post(urlPathEqualTo(RecordedStore.WEBHOOKS))
                        .willReturn(Recording.of("wc/webhook_create_order_updated")));

        var added =
                got(
                        webhooks.add(
                                recorded.store(),
                                "Cordon",
                                "order.updated",
                                "https://c.example/",
                                "ours"));

        assertThat(added.active()).isTrue();
        recorded.server.verify(
                postRequestedFor(urlPathEqualTo(RecordedStore.WEBHOOKS))
                        .withHeader("Authorization", matching("(Basic|OAuth) .+"))
                        .withRequestBody(matchingJsonPath("$.secret", equalTo("ours")))
                        .withRequestBody(matchingJsonPath("$.status", equalTo("active"))));
    }

    @Test
    void oneIsDeletedForGoodForThereIsNoTrash() {
        recorded.server.stubFor(
                delete(urlPathEqualTo(RecordedStore.WEBHOOKS + "/8"))
                        .willReturn(Recording.of("wc/webhook_delete_noforce")));
        recorded.server.stubFor(
                delete(urlPathEqualTo(RecordedStore.WEBHOOKS + "/8"))
                        .withQueryParam("force", equalTo("true"))
                        .willReturn(Recording.of("wc/webhook_delete_force")));

        assertThat(webhooks.remove(recorded.store(), 8)).isInstanceOf(StoreAnswer.Ok.class);
    }

    private static <T> T got(StoreAnswer<T> answer) {
        return switch (answer) {
            case StoreAnswer.Ok<T>(var value) -> value;
            case StoreAnswer.Failed<T>(var why) -> throw new AssertionError(why.sentence());
        };
    }
}
