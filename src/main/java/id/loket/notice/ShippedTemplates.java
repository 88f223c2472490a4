package id.loket.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The wordings that come with Loket, from {@code notice/templates.yaml}; read when first needed. */
record ShippedTemplates(Map<NoticeEvent, OfEvent> templates, Map<String, String> samples) {

    /** By language. */
    record OfEvent(Map<String, String> sms, Map<String, Wording> email) {}

    private static final class Read {
        private static final ShippedTemplates ALL = read();

        private static ShippedTemplates read() {
            try (var in = ShippedTemplates.class.getResourceAsStream("/notice/templates.yaml")) {
                return YAMLMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build()
                        .readValue(in, ShippedTemplates.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Wording wording(NoticeEvent event, Channel channel, String language) {
        OfEvent templates = Read.ALL.templates.get(event);
        return channel == Channel.SMS
                ? new Wording("", templates.sms.get(language))
                : templates.email.get(language);
    }

    static String sample(String name) {
        return Read.ALL.samples.get(name);
    }
}
