package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.SensorDoors;
import dev.cordon.domain.detection.intake.SensorDoor;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Consequences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSensorDoors implements SensorDoors {

    private final JdbcClient jdbc;
    private final Consequences consequences;

    JdbcSensorDoors(JdbcClient jdbc, Consequences consequences) {
        this.jdbc = jdbc;
        this.consequences = consequences;
    }

    @Override
    public Optional<SensorDoor> of(StoreId store) {
        return jdbc.sql("select * from sensor_door where store = ?")
                .param(store.value())
                .query(JdbcSensorDoors::door)
                .optional();
    }

    @Override
    public List<SensorDoor> all() {
        return jdbc.sql("select * from sensor_door order by source")
                .query(JdbcSensorDoors::door)
                .list();
    }

    @Override
    public void save(Transition<SensorDoor> change) {
        var door = change.state();
        jdbc.sql("delete from sensor_door where store = ?").param(door.store().value()).update();
        if (door.isOpen()) {
            jdbc.sql("insert into sensor_door (store, id, source, sealed) values (?, ?, ?, ?)")
                    .param(door.store().value())
                    .param(door.id())
                    .param(door.source().value())
                    .param(String.join("\n", door.sealed()))
                    .update();
        }
        consequences.of(change);
    }

    private static SensorDoor door(ResultSet row, int number) throws SQLException {
        return new SensorDoor(
                row.getObject("id", UUID.class),
                new SourceId(row.getString("source")),
                new StoreId(row.getObject("store", UUID.class)),
                row.getString("sealed").lines().toList());
    }
}
