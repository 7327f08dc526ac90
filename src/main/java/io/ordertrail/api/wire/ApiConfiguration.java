package io.ordertrail.api.wire;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads and writes Ordertrail's own records with {@link WireJson}; all other types keep Spring's default mapper. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ApiConfiguration implements WebMvcConfigurer {

    private final WireJson wireJson;

    ApiConfiguration(WireJson wireJson) {
        this.wireJson = wireJson;
    }

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.add(0, wireJson);
    }
}
