package io.ordertrail.api.wire;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.stereotype.Component;

/** Strict JSON: no unknown or duplicate fields, no type coercion, and limits on nesting, names and numbers. */
@Component
public class WireJson extends MappingJackson2HttpMessageConverter {

    private static final String OWN_PACKAGE = "io.ordertrail.";
    private static final int MAX_DEPTH = 20;
    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_NUMBER_LENGTH = 100;

    WireJson() {
        super(strict());
        setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON));
    }

    private static JsonMapper strict() {
        var factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                .build();
        var mapper = JsonMapper.builder(factory)
                .addModules(new JavaTimeModule(), strictTypes())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    private static SimpleModule strictTypes() {
        return new SimpleModule()
                .addDeserializer(
                        BigDecimal.class,
                        new StrictDeserializer<>(BigDecimal.class, "-?[0-9]{1,30}([.][0-9]{1,30})?", BigDecimal::new))
                .addDeserializer(Instant.class, StrictDeserializer.instant())
                .addDeserializer(LocalDate.class, StrictDeserializer.day());
    }

    /** Writes a value always in the same form, so that two bodies can be compared. */
    public String write(Object value) {
        try {
            return getObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean canRead(Type type, Class<?> contextClass, MediaType mediaType) {
        return isOwnType(ResolvableType.forType(type).resolve(Object.class))
                && super.canRead(type, contextClass, mediaType);
    }

    @Override
    public boolean canWrite(Class<?> type, MediaType mediaType) {
        return isOwnType(type) && super.canWrite(type, mediaType);
    }

    private static boolean isOwnType(Class<?> type) {
        return type.getName().startsWith(OWN_PACKAGE);
    }
}
