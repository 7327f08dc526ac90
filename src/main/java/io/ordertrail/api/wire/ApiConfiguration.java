package io.ordertrail.api.wire;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Our records are read and written by {@link WireJson}; everybody else keeps the mapper they had. */
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
