package dev.cordon.infra.detection;

import dev.cordon.application.detection.HandedIn;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Files as browsers send them, and the machine's own time. */
@Component
class UnpackingHandedIn implements HandedIn {

    @Override
    public InputStream plain(InputStream file) throws IOException {
        return PackedLog.open(file);
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
