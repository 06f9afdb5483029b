package dev.cordon.infra.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** What holds for every operation, said once in the contract. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI whatHoldsEverywhere() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Cordon")
                                .version("1")
                                .description(
                                        "Incident response for WooCommerce stores. Times are UTC,"
                                                + " ISO 8601. Lists go on with after=next. Edits carry"
                                                + " If-Match with the ETag that was read. Errors are"
                                                + " problem details (RFC 9457).")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "token",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description("Made in the console, under Settings"))
                                .addSchemas(PROBLEM, problem()));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("What happened, what is safe and what to do (RFC 9457)")
                .addProperty("type", new StringSchema().example(ProblemType.NOT_FOUND.uri()))
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<Integer>().types(java.util.Set.of("integer")))
                .addProperty("detail", new StringSchema())
                .addProperty(
                        "refusal",
                        new StringSchema().description("The rule that refused, by its name"));
    }

    @Bean
    GlobalOpenApiCustomizer everyOperationMayAnswerAProblem() {
        var problem =
                new ApiResponse()
                        .description("Nothing was done; the problem says why")
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(
                                                                new Schema<>()
                                                                        .$ref(
                                                                                "#/components/schemas/"
                                                                                        + PROBLEM))));
        return contract ->
                contract.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .forEach(
                                operation ->
                                        operation
                                                .getResponses()
                                                .addApiResponse("default", problem));
    }

    @Bean
    GlobalOperationCustomizer editsNameAVersionAndCreatesAKey() {
        return (operation, method) -> {
            name(operation, method);
            requireVersion(operation);
            offerKey(operation, method);
            return operation;
        };
    }

    /** {@code alerts.dismiss}: stays when another operation comes beside it. */
    private static void name(Operation operation, HandlerMethod method) {
        var tag = operation.getTags() == null ? "" : operation.getTags().getFirst() + ".";
        operation.setOperationId(tag + method.getMethod().getName());
    }

    /** Optional in the code, so that its absence gets a sentence of its own. */
    private static void requireVersion(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()))
                    .forEach(parameter -> parameter.required(true));
        }
    }

    private static void offerKey(Operation operation, HandlerMethod method) {
        var named =
                operation.getParameters() != null
                        && operation.getParameters().stream()
                                .anyMatch(
                                        parameter ->
                                                IdempotentRequests.HEADER.equals(
                                                        parameter.getName()));
        var open = operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (!named && !open && method.hasMethodAnnotation(PostMapping.class)) {
            operation.addParametersItem(
                    new HeaderParameter()
                            .name(IdempotentRequests.HEADER)
                            .description("A repetition with the same key is carried out once")
                            .required(method.hasMethodAnnotation(KeyRequired.class))
                            .schema(new StringSchema().maxLength(200)));
        }
    }
}
