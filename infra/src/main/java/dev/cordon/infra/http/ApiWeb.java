package dev.cordon.infra.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How bodies are read and written: a field that nobody knows is a mistake and not ignored; one that
 * has no value is left out.
 */
@Configuration(proxyBeanMethods = false)
class ApiWeb implements WebMvcConfigurer {

    private final JsonMapper json;

    ApiWeb(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        var strict =
                json.rebuild()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .changeDefaultPropertyInclusion(
                                value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .build();
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new OwnSourceOnly()).addPathPatterns(ApiPaths.INGEST + "/**");
        interceptors.addInterceptor(new KeyCheck()).addPathPatterns(ApiPaths.API + "/**");
    }
}
