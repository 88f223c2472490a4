package id.loket.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Templates, texts, language and static files. */
@Configuration(proxyBeanMethods = false)
class WebShell implements WebMvcConfigurer {

    @Bean
    static MessageSource messageSource() {
        return Texts.bundles();
    }

    @Bean
    static TemplateEngine templateEngine() {
        TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
        templates.setBinaryStaticContent(true);
        return templates;
    }

    @Bean
    static LocaleResolver localeResolver() {
        var languages = new CookieLocaleResolver("lang") {
            @Override
            protected Locale parseLocaleValue(String value) {
                return language(value);
            }
        };
        languages.setDefaultLocaleFunction(WebShell::withoutCookie);
        languages.setCookieMaxAge(Duration.ofDays(365));
        languages.setCookieHttpOnly(true);
        languages.setCookieSameSite("Lax");
        return languages;
    }

    /** People choose on the page; programs say what they want with each request. */
    private static Locale withoutCookie(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean program = path.startsWith("/api/") || path.startsWith("/open311/");
        return program && request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                ? language(request.getLocale().getLanguage())
                : Texts.INDONESIAN;
    }

    /** The two languages there are; whatever else is asked for is answered in Indonesian. */
    static Locale language(String code) {
        return "en".equals(code) ? Locale.ENGLISH : Texts.INDONESIAN;
    }

    /** Their addresses change with their content ({@link Assets}; the font and the web jars by version), so they may be kept. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl aYear = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        for (String folder : List.of("css", "js", "img", "font")) {
            registry.addResourceHandler("/" + folder + "/**")
                    .addResourceLocations("classpath:/static/" + folder + "/")
                    .setCacheControl(aYear);
        }
        // its address stays, so that editors find it; asked for anew after a day
        registry.addResourceHandler("/schema/**")
                .addResourceLocations("classpath:/static/schema/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(aYear);
    }
}
