package io.ordertrail.api.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;

import io.ordertrail.settings.OrdertrailSettings;

/** The OpenAPI description at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";
    private static final Map<String, String> ERRORS = Map.of(
            "400", "The body is not valid JSON, or a header is invalid",
            "401", "The caller is not authenticated",
            "403", "The caller's roles do not allow this call",
            "404", "The resource does not exist",
            "409",
                    "The call conflicts with the current state; when the response has a Retry-After header, repeat the"
                            + " call",
            "412", "If-Match names another version than the record has; current is the record as it is now",
            "413", "The body is larger than 1 MB, or 5 MB for a batch",
            "415", "The call does not accept the media type of the body",
            "422", "The input is invalid; errors lists the places and the reasons");

    private final ObjectMapper json;

    OpenApiDescription(ObjectMapper json) {
        this.json = json;
    }

    @Bean
    OpenAPI openApi(OrdertrailSettings settings) {
        var credentials = settings.managesUsers() ? BASIC : BEARER;
        SpringDocUtils.getConfig()
                .replaceWithSchema(BigDecimal.class, new StringSchema().pattern("-?[0-9]+([.][0-9]+)?"));
        return new OpenAPI()
                .info(new Info().title("Ordertrail").version("1").description("""
                    Orders from entry to receipt. Amounts and prices are decimal strings, times are ISO 8601 in UTC, countries are ISO 3166 \
                    alpha-2 codes and currencies are ISO 4217 codes. Unknown fields are refused. Errors are application/problem+json (RFC 9457).\
                    """))
                .tags(Stream.of(
                                "Orders",
                                "Shipments",
                                "Stock",
                                "Purchases",
                                "Products",
                                "Customers",
                                "Sites",
                                "Process")
                        .map(name -> new Tag().name(name))
                        .toList())
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSecuritySchemes(
                                credentials,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(credentials)))
                .addSecurityItem(new SecurityRequirement().addList(credentials));
    }

    private static Schema<?> problem() {
        var fault = new ObjectSchema()
                .addProperty(
                        "pointer",
                        new StringSchema().description("JSON pointer to the field, or / and the name of the parameter"))
                .addProperty("message", new StringSchema().description("How to fix it"));
        return new ObjectSchema()
                .addProperty(
                        "type",
                        new StringSchema()
                                .format("uri")
                                .description("The type of problem, for programs: urn:ordertrail:problem:..."))
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty(
                        "detail",
                        new StringSchema()
                                .description("A sentence in the language of Accept-Language: English, 繁體中文 or 简体中文"))
                .addProperty("errors", new ArraySchema().items(fault));
    }

    /** Adds an example body and the errors of each call; the errors follow from the call's parameters. */
    @Bean
    OperationCustomizer errorsAndExamples() {
        return (operation, method) -> {
            exampleOf(operation.getOperationId())
                    .ifPresent(example -> operation
                            .getRequestBody()
                            .getContent()
                            .values()
                            .forEach(content -> content.setExample(example)));
            codes(operation, method).forEach(code -> operation.getResponses().addApiResponse(code, error(code)));
            return operation;
        };
    }

    private static List<String> codes(Operation operation, HandlerMethod method) {
        var path = Stream.of(method.getMethodParameters()).anyMatch(p -> p.hasParameterAnnotation(PathVariable.class));
        var body = Stream.of(method.getMethodParameters()).anyMatch(p -> p.hasParameterAnnotation(RequestBody.class));
        var version =
                Stream.of(method.getMethodParameters()).anyMatch(p -> p.hasParameterAnnotation(RequestHeader.class));
        var changes = !method.hasMethodAnnotation(GetMapping.class);
        return Stream.of(
                        Stream.of("401", "403"),
                        path ? Stream.of("404") : Stream.<String>of(),
                        changes ? Stream.of("409") : Stream.<String>of(),
                        version && changes ? Stream.of("412") : Stream.<String>of(),
                        body ? Stream.of("400", "413", "415", "422") : Stream.<String>of(),
                        changes ? Stream.<String>of() : Stream.of("422"))
                .flatMap(codes -> codes)
                .distinct()
                .sorted()
                .toList();
    }

    /** Reads the example in {@code api-examples/} that has the name of the method; a test sends every example. */
    private Optional<Object> exampleOf(String operation) {
        try (var file = OpenApiDescription.class.getResourceAsStream("/api-examples/" + operation + ".json");
                var lines = OpenApiDescription.class.getResourceAsStream("/api-examples/" + operation + ".ndjson");
                var document = OpenApiDescription.class.getResourceAsStream("/api-examples/" + operation + ".xml")) {
            if (lines != null || document != null) {
                var text = lines == null ? document : lines;
                return Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            }
            return file == null ? Optional.empty() : Optional.of(json.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiResponse error(String code) {
        return new ApiResponse()
                .description(ERRORS.get(code))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }
}
