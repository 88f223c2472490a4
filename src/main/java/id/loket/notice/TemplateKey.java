package id.loket.notice;

/**
 * Which template.
 *
 * @param channel  {@code SMS}, which calls take too, or {@code EMAIL}, which all others take too
 * @param language {@code id} or {@code en}
 * @param service  code of the one service that it is for; "" for all
 */
public record TemplateKey(NoticeEvent event, Channel channel, String language, String service) {

    public TemplateKey {
        if (channel != Channel.SMS && channel != Channel.EMAIL) {
            throw new IllegalArgumentException(channel + " has no templates of its own");
        }
        if (!language.equals("id") && !language.equals("en")) {
            throw new IllegalArgumentException("there are no templates in " + language);
        }
    }

    static TemplateKey of(NoticeEvent event, Channel channel, String language, String service) {
        boolean brief = channel == Channel.SMS || channel == Channel.CALL;
        return new TemplateKey(event, brief ? Channel.SMS : Channel.EMAIL, language, service);
    }
}
