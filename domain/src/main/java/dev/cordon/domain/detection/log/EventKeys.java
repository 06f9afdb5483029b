package dev.cordon.domain.detection.log;

import java.util.List;

/** The keys of events: OCSF's first, then those of ECS, WooCommerce, gateways and plain JSON. */
final class EventKeys {

    static final JsonKeys KEYS =
            new JsonKeys(
                    List.of(
                            JsonSlot.ADDRESS.named(
                                    "src_endpoint.ip",
                                    "source.ip",
                                    "client.ip",
                                    "customer_ip_address",
                                    "order.customer_ip_address",
                                    "actor.session.ip",
                                    "client_ip",
                                    "remote_addr",
                                    "remote_ip",
                                    "ip_address",
                                    "ip"),
                            JsonSlot.TIME.named(
                                    "time",
                                    "time_dt",
                                    "timestamp",
                                    "@timestamp",
                                    "event_time",
                                    "occurred_at",
                                    "ts",
                                    "created_at",
                                    "created",
                                    "datetime"),
                            JsonSlot.TIME_OF_UTC.named(
                                    "date_modified_gmt",
                                    "date_created_gmt",
                                    "order.date_modified_gmt",
                                    "order.date_created_gmt"),
                            JsonSlot.CLASS.named("class_uid"),
                            JsonSlot.ACTIVITY.named(
                                    "activity_name",
                                    "activity",
                                    "event.action",
                                    "event",
                                    "event_type",
                                    "action",
                                    "type"),
                            JsonSlot.OUTCOME.named(
                                    "status",
                                    "event.outcome",
                                    "outcome",
                                    "result",
                                    "success",
                                    "order.status"),
                            JsonSlot.DETAIL.named(
                                    "status_detail",
                                    "reason",
                                    "event.reason",
                                    "decline_code",
                                    "failure_message",
                                    "error.message",
                                    "error_message",
                                    "data.object.failure_code",
                                    "data.object.failure_message"),
                            JsonSlot.LEVEL.named("severity", "log.level", "level"),
                            JsonSlot.MESSAGE.named("message", "msg", "description"),
                            JsonSlot.ACTOR.named(
                                    "actor.user.name",
                                    "actor.name",
                                    "actor",
                                    "client.user.name",
                                    "current_user",
                                    "by"),
                            JsonSlot.ACCOUNT.named(
                                    "user.name",
                                    "target_user",
                                    "username",
                                    "user_login",
                                    "account",
                                    "user"),
                            JsonSlot.FILE.named("file.path", "file_path", "file"),
                            JsonSlot.OBJECT.named(
                                    "resource.name",
                                    "resources.name",
                                    "plugin.name",
                                    "plugin",
                                    "theme",
                                    "option_name",
                                    "option"),
                            JsonSlot.PRODUCT.named(
                                    "metadata.product.name",
                                    "event.module",
                                    "event.provider",
                                    "product",
                                    "source"),
                            JsonSlot.ORDER.named(
                                    "unmapped.order_id",
                                    "order_id",
                                    "order.id",
                                    "data.object.metadata.order_id",
                                    "order"),
                            JsonSlot.GATEWAY.named(
                                    "unmapped.gateway",
                                    "payment_method",
                                    "order.payment_method",
                                    "payment_gateway",
                                    "gateway"),
                            JsonSlot.AMOUNT.named(
                                    "unmapped.amount",
                                    "total",
                                    "order.total",
                                    "amount",
                                    "data.object.amount"),
                            JsonSlot.ID.named("id"),
                            JsonSlot.METHOD.named(
                                    "http_request.http_method", "http.request.method", "method"),
                            JsonSlot.TARGET.named(
                                    "http_request.url.url_string",
                                    "url.original",
                                    "url.full",
                                    "request_uri",
                                    "uri",
                                    "url"),
                            JsonSlot.PATH.named("http_request.url.path", "url.path"),
                            JsonSlot.QUERY.named("http_request.url.query_string", "url.query"),
                            JsonSlot.HOST.named("http_request.url.hostname", "url.domain"),
                            JsonSlot.STATUS.named(
                                    "http_response.code", "http.response.status_code"),
                            JsonSlot.SIZE.named("http_response.length", "http.response.body.bytes"),
                            JsonSlot.USER_AGENT.named(
                                    "http_request.user_agent",
                                    "user_agent.original",
                                    "customer_user_agent",
                                    "user_agent"),
                            JsonSlot.REFERER.named(
                                    "http_request.referrer", "http.request.referrer")));

    private EventKeys() {}
}
