package id.loket.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the template {@code casefile/file.jte} for the view name {@code casefile/file} and gives it the {@link Ui}. */
@Component
class JteViewResolver implements ViewResolver, Ordered {

    private final TemplateEngine templates;
    private final UiFactory uis;

    JteViewResolver(TemplateEngine templates, UiFactory uis) {
        this.templates = templates;
        this.uis = uis;
    }

    @Override
    public View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return templates.hasTemplate(template) ? new Page(template) : null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private final class Page implements View {

        private final String template;

        Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        /** Renders the whole page before the first byte goes out, so that a failing template gives an error page and not half a page. */
        @Override
        public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> parameters = new HashMap<>(model);
            parameters.put("ui", uis.of(request, model));
            var page = new Utf8ByteOutput();
            templates.render(template, parameters, page);
            response.setContentType(getContentType());
            response.setContentLength(page.getContentLength());
            // at once: a page has hundreds of pieces, and what stands before the answer looks at each write
            var bytes = new ByteArrayOutputStream(page.getContentLength());
            page.writeTo(bytes);
            bytes.writeTo(response.getOutputStream());
        }
    }
}
