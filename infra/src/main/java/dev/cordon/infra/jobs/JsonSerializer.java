package dev.cordon.infra.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import tools.jackson.databind.json.JsonMapper;

/** What a job is about as JSON, which people and later versions can read. */
final class JsonSerializer implements Serializer {

    private final JsonMapper json = JsonMapper.shared();

    @Override
    public byte[] serialize(Object data) {
        return json.writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] stored) {
        return json.readValue(stored, type);
    }
}
