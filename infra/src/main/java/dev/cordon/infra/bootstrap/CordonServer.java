package dev.cordon.infra.bootstrap;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;

/**
 * The server behind {@code demo} and {@code run}; kept apart from the door, which loads no Spring.
 */
@SpringBootApplication(
        scanBasePackages = {
            "dev.cordon.application",
            "dev.cordon.woocommerce",
            "dev.cordon.notify",
            "dev.cordon.ui",
            "dev.cordon.infra"
        })
@EntityScan("dev.cordon.infra")
@EnableVaadin("dev.cordon.ui")
public class CordonServer {

    static void start(String profile, List<String> settings) {
        var server = new SpringApplication(CordonServer.class);
        server.setAdditionalProfiles(profile);
        server.run(settings.toArray(String[]::new));
    }
}
