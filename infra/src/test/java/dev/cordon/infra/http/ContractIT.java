package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@ApiTest
class ContractIT {

    /** Tests run in the module's folder; the contract lies with the documents. */
    private static final Path WRITTEN = Path.of("..", "docs", "api", "openapi.yaml");

    private static final Path GENERATED = Path.of("target", "openapi.yaml");

    private final Api api;

    ContractIT(Api api) {
        this.api = api;
    }

    @Test
    void theProgramKeepsTheContractThatWasWrittenDown() throws IOException {
        var generated = api.get("/api/v1/openapi.yaml").send();
        assertThat(generated.status()).isEqualTo(200);
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, generated.http().body());

        var written = Files.exists(WRITTEN) ? Files.readString(WRITTEN) : "";

        assertThat(generated.http().body())
                .as(
                        "the HTTP API changed. If that is meant, and nobody who relies on it is"
                                + " broken: cp infra/target/openapi.yaml docs/api/openapi.yaml, and"
                                + " say so in CHANGELOG.md")
                .isEqualTo(written);
    }

    /** Two shapes of one name would be one shape in the contract. */
    @Test
    void everyShapeAndEveryOperationHasANameOfItsOwn() {
        var shapes =
                new ClassFileImporter()
                        .importPackages("dev.cordon.infra.http").stream()
                                .map(JavaClass::getSimpleName)
                                .filter(name -> name.endsWith("Json"))
                                .toList();
        var operations = api.get("/api/v1/openapi").send().json().findValuesAsString("operationId");

        assertThat(shapes).isNotEmpty().doesNotHaveDuplicates();
        assertThat(operations).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    }

    @Test
    void theContractSpeaksOfThreeOneAndOfTheApiAlone() {
        var contract = api.get("/api/v1/openapi").send().json();

        assertThat(contract.get("openapi").asString()).startsWith("3.1");
        assertThat(contract.get("paths").propertyNames())
                .allMatch(path -> path.startsWith("/api/v1/") || path.startsWith("/ingest/v1/"));
        assertThat(contract.at("/paths/~1api~1v1~1campaigns/post/parameters").toString())
                .contains("Idempotency-Key")
                .contains("\"required\":true");
        assertThat(contract.at("/components/schemas/IncidentJson/required").toString())
                .contains("reference")
                .doesNotContain("commander");
    }
}
