package dev.cordon.infra.persistence.notification;

import dev.cordon.domain.notification.NoticeText;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The texts of a notice as one JSON object by language, in the order of the languages. */
final class TextsJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TypeReference<Map<String, NoticeText>> TEXTS = new TypeReference<>() {};

    private TextsJson() {}

    static String write(Map<String, NoticeText> texts) {
        return JSON.writeValueAsString(new TreeMap<>(texts));
    }

    static Map<String, NoticeText> read(String json) {
        return JSON.readValue(json, TEXTS);
    }
}
