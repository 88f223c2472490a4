package id.loket.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.platform.security.Open;
import id.loket.testing.LoketTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing can be asked of Loket without a rule that says who may: a role, or openly everybody. */
@LoketTest
class EveryEndpointHasARuleTest {

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void every_handler_says_who_may_ask() {
        assertThat(handlers()).hasSizeGreaterThan(20);
        assertThat(handlers().stream().filter(h -> !has(h, PreAuthorize.class) && !has(h, Open.class)))
                .as("handlers with neither @PreAuthorize nor @Open")
                .isEmpty();
    }

    @Test
    void no_handler_is_open_and_closed_at_once() {
        assertThat(handlers().stream().filter(h -> has(h, PreAuthorize.class) && has(h, Open.class))).isEmpty();
    }

    @Test
    void nothing_is_open_among_what_programs_ask() {
        assertThat(requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                        .filter(e -> e.getKey().getPatternValues().stream().anyMatch(p -> p.startsWith("/api")))
                        .filter(e -> has(e.getValue(), Open.class)))
                .isEmpty();
    }

    private List<HandlerMethod> handlers() {
        return List.copyOf(requestMappingHandlerMapping.getHandlerMethods().values());
    }

    private static boolean has(HandlerMethod handler, Class<? extends java.lang.annotation.Annotation> rule) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), rule)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), rule);
    }
}
