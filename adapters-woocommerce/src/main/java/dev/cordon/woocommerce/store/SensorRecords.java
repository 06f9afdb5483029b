package dev.cordon.woocommerce.store;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.ReadBack;
import dev.cordon.domain.store.SensorStatus;
import dev.cordon.domain.store.StoreFiles;
import dev.cordon.domain.store.StoreFiles.StoreFile;
import dev.cordon.domain.store.StorePage;
import dev.cordon.domain.store.StoreRestKey;
import dev.cordon.domain.store.Window;
import dev.cordon.woocommerce.store.Records.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what our own plugin answers. It is ours, so what is missing is an error. */
final class SensorRecords {

    private SensorRecords() {}

    static SensorStatus status(JsonNode status) {
        return new SensorStatus(
                text(status, "version"),
                text(status, "wordpress"),
                text(status, "php"),
                textOrNull(status, "woocommerce"),
                moment(text(status, "time")),
                number(status, "queue"),
                momentOrNull(status, "delivered"),
                flag(status, "maintenance"));
    }

    static StorePage<LoginSession> sessions(
            JsonNode answer, PageCursor from, int size, Window window) {
        var all = list(answer, "sessions", Records::session);
        long total = number(answer, "total");
        return new StorePage<>(
                all.stream().filter(each -> window.contains(each.loggedInAt())).toList(),
                (long) from.page() * size < total ? from.next() : null,
                total);
    }

    static ReadBack readBack(JsonNode answer) {
        return new ReadBack(number(answer, "before"), number(answer, "left"));
    }

    static List<StoreRestKey> keys(JsonNode answer) {
        return list(
                answer,
                "keys",
                key ->
                        new StoreRestKey(
                                number(key, "id"),
                                number(key, "user"),
                                text(key, "login"),
                                text(key, "permissions"),
                                text(key, "end")));
    }

    static boolean isMaintenance(JsonNode answer) {
        return flag(answer, "on");
    }

    static StoreFiles files(JsonNode answer) {
        return new StoreFiles(
                list(answer, "files", SensorRecords::file), textOrNull(answer, "next"));
    }

    private static StoreFile file(JsonNode file) {
        var digest = textOrNull(file, "sha256");
        return new StoreFile(
                text(file, "path"),
                file.path("size").asLong(0),
                momentOrNull(file, "modified"),
                digest == null ? null : new Sha256(digest),
                textOrNull(file, "link"));
    }

    private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> read) {
        if (!node.path(field).isArray()) {
            throw new Unreadable("the sensor named no " + field);
        }
        var all = new ArrayList<T>();
        node.path(field).forEach(each -> all.add(read.apply(each)));
        return all;
    }

    private static String text(JsonNode node, String field) {
        var text = textOrNull(node, field);
        if (text == null) {
            throw new Unreadable("the sensor named no " + field);
        }
        return text;
    }

    private static @Nullable String textOrNull(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : null;
    }

    private static long number(JsonNode node, String field) {
        if (!node.path(field).isIntegralNumber()) {
            throw new Unreadable("the sensor named no " + field);
        }
        return node.path(field).asLong();
    }

    private static boolean flag(JsonNode node, String field) {
        if (!node.path(field).isBoolean()) {
            throw new Unreadable("the sensor named no " + field);
        }
        return node.path(field).asBoolean();
    }

    private static @Nullable Instant momentOrNull(JsonNode node, String field) {
        var text = textOrNull(node, field);
        return text == null ? null : moment(text);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Unreadable("the sensor named no time");
        }
    }
}
