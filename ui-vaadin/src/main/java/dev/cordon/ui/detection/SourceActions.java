package dev.cordon.ui.detection;

import dev.cordon.application.detection.AddLogSource;
import dev.cordon.application.detection.PlanSensor;
import dev.cordon.application.detection.SensorQueries;
import dev.cordon.application.detection.TakeLogFile;
import dev.cordon.application.detection.TrafficQueries;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.store.StoreQueries;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What can be read of log sources and done with them, in one piece for the card. */
@Component
record SourceActions(
        SensorQueries sensors,
        TrafficQueries traffic,
        AddLogSource add,
        TakeLogFile takeFile,
        PlanSensor plan,
        SourceDoorActions doors,
        KeepingActions keeping,
        StoreQueries stores,
        Caller caller,
        InstantSource clock) {}
