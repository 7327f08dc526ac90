package io.ordertrail.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Captures the log as production writes it, with the settings of production, until it is closed. */
public final class ProductionLog implements AutoCloseable {

    private static final String LEVEL = "logging.level.";

    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Map<Logger, Level> before = new HashMap<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    public ProductionLog() {
        var settings = settings();
        loggers.putObject(Environment.class.getName(), settings);
        var encoder = new StructuredLogEncoder();
        encoder.setContext(loggers);
        encoder.setFormat(settings.getRequiredProperty("logging.structured.format.console"));
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        appender.setContext(loggers);
        appender.setEncoder(encoder);
        appender.setOutputStream(written);
        appender.start();
        root.addAppender(appender);
        settings.getPropertySources().stream()
                .filter(MapPropertySource.class::isInstance)
                .map(MapPropertySource.class::cast)
                .forEach(source -> source.getSource().forEach((name, level) -> setLevel(name, String.valueOf(level))));
    }

    private static StandardEnvironment settings() {
        var settings = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("production", new ClassPathResource("application-production.yml"))
                    .forEach(settings.getPropertySources()::addFirst);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private void setLevel(String name, String level) {
        if (name.startsWith(LEVEL)) {
            var logger = loggers.getLogger(name.substring(LEVEL.length()));
            before.put(logger, logger.getLevel());
            logger.setLevel(Level.toLevel(level));
        }
    }

    public String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /** The lines of the log, parsed as JSON. */
    public List<JsonNode> lines() {
        return text().lines().map(ProductionLog::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + line, e);
        }
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
        before.forEach(Logger::setLevel);
    }
}
