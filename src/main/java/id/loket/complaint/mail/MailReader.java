package id.loket.complaint.mail;

import id.loket.complaint.mail.ReadMail.Bounce;
import id.loket.complaint.mail.ReadMail.Kind;
import id.loket.complaint.mail.ReadMail.Part;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a mail as it is, not as it should be: wrong charsets, cut parts, headers without end. What can't be read is left out; nothing in a
 * mail makes it fail.
 */
final class MailReader {

    /** Parts that are looked at; a mail with more is nobody's letter. */
    static final int MOST_PARTS = 200;

    /** Parts in parts. */
    static final int DEEPEST = 20;

    /** Characters of a text that are kept. */
    static final int LONGEST_TEXT = 200_000;

    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_HEADER = 20_000;
    private static final int MOST_MENTIONED = 50;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e&&[^<>,;:\"\\\\()@]]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]{2,}");
    private static final Pattern AWAY =
            Pattern.compile("(?i)\\s*(automatic reply|auto[- ]?reply|auto:|out of (the )?office|balasan otomatis|jawaban otomatis|di luar kantor).*");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed");
    private static final Pattern RECIPIENT = Pattern.compile("(?im)^(?:Final|Original)-Recipient:\\s*rfc822;\\s*<?([^\\s<>]+@[^\\s<>]+)>?");
    private static final Pattern RETURNED = Pattern.compile("(?im)^Message-ID:\\s*(<[^<>\\s]{1,250}>)");
    private static final Session SESSION = session();

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder report = new StringBuilder();
    private int seen;
    private boolean tangled;

    private MailReader() {}

    static ReadMail read(byte[] raw) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            MailReader reader = new MailReader();
            reader.walk(message, 0, false);
            return reader.mail(message);
        } catch (MessagingException headless) {
            String all = clean(new String(raw, StandardCharsets.UTF_8), LONGEST_TEXT);
            return new ReadMail("", Set.of(), "", "", "", null, all, List.of(), false, Kind.PERSONAL, null);
        }
    }

    private ReadMail mail(MimeMessage message) {
        InternetAddress from = from(message);
        Set<String> mentioned = new LinkedHashSet<>();
        ids(header(message, "References"), mentioned);
        ids(header(message, "In-Reply-To"), mentioned);
        Set<String> own = new LinkedHashSet<>();
        ids(header(message, "Message-ID"), own);
        String subject = line(decoded(header(message, "Subject")));
        Bounce bounce = bounce();
        return new ReadMail(
                own.stream().findFirst().orElse(""),
                Collections.unmodifiableSet(mentioned),
                from == null ? "" : from.getAddress().toLowerCase(Locale.ROOT),
                from == null || from.getPersonal() == null ? "" : line(from.getPersonal()),
                subject,
                sentAt(message),
                clean(text.toString(), LONGEST_TEXT),
                List.copyOf(parts),
                tangled,
                kind(message, subject, from, bounce),
                bounce);
    }

    // Whether a person wrote it (RFC 3834, RFC 3464, RFC 2919, and what programs do that know none of these).

    private Kind kind(MimeMessage message, String subject, InternetAddress from, Bounce bounce) {
        String type = header(message, "Content-Type").toLowerCase(Locale.ROOT);
        boolean nobody = header(message, "Return-Path").strip().equals("<>");
        boolean daemon = from != null && from.getAddress().matches("(?i)(mailer-daemon|postmaster)@.*");
        boolean delivery = type.startsWith("multipart/report") && (type.contains("delivery-status") || bounce != null);
        if (delivery || has(message, "X-Failed-Recipients") || (daemon || nobody) && bounce != null) {
            return Kind.BOUNCE;
        }
        String submitted = header(message, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        String precedence = header(message, "Precedence").strip().toLowerCase(Locale.ROOT);
        if (has(message, "List-Id") || has(message, "List-Unsubscribe") || has(message, "List-Post") || precedence.equals("list")) {
            return Kind.MAILING_LIST;
        }
        boolean automatic = !submitted.isEmpty() && !submitted.startsWith("no")
                || Set.of("bulk", "junk", "auto_reply").contains(precedence)
                || has(message, "X-Autoreply")
                || has(message, "X-Autorespond")
                || header(message, "X-Auto-Response-Suppress").matches("(?is).*\\b(all|autoreply)\\b.*")
                || type.startsWith("multipart/report");
        return automatic || nobody || daemon || AWAY.matcher(subject).matches() ? Kind.AUTOMATIC : Kind.PERSONAL;
    }

    private Bounce bounce() {
        Matcher returned = RETURNED.matcher(report);
        if (!returned.find()) {
            return null;
        }
        boolean failed = FAILED.matcher(report).find();
        Matcher status = STATUS.matcher(report);
        Matcher recipient = RECIPIENT.matcher(report);
        String code = status.find() ? status.group(1) : "";
        return failed || code.startsWith("5")
                ? new Bounce(returned.group(1), recipient.find() ? recipient.group(1).toLowerCase(Locale.ROOT) : "", code)
                : null;
    }

    // Parts.

    /** @param nested whether the part lies in a mail within the mail */
    private void walk(MimePart part, int depth, boolean nested) {
        if (++seen > MOST_PARTS || depth > DEEPEST) {
            tangled = true;
            return;
        }
        String type = type(part);
        if (type.startsWith("multipart/")) {
            multipart(part, type, depth, nested);
        } else if (type.equals("message/delivery-status") || type.equals("text/rfc822-headers")) {
            report.append(new String(bytes(part), StandardCharsets.UTF_8)).append('\n');
        } else if (type.equals("message/rfc822") || type.equals("message/global")) {
            forwarded(bytes(part), depth);
        } else if (type.startsWith("text/") && !isFile(part)) {
            append(type.equals("text/html") ? HtmlText.of(text(part)) : text(part), nested);
        } else {
            parts.add(new Part(name(part), bytes(part)));
        }
    }

    private void multipart(MimePart part, String type, int depth, boolean nested) {
        List<MimePart> children = children(part);
        if (children.isEmpty()) {
            append(text(part), nested);
        } else if (type.equals("multipart/alternative")) {
            alternative(children, depth, nested);
        } else {
            children.forEach(child -> walk(child, depth + 1, nested));
        }
    }

    /** The plain form if it says anything, else the last; what isn't text in it is looked at all the same. */
    private void alternative(List<MimePart> children, int depth, boolean nested) {
        MimePart chosen = children.stream()
                .filter(child -> type(child).equals("text/plain") && !text(child).isBlank())
                .findFirst()
                .orElse(children.getLast());
        for (MimePart child : children) {
            if (child == chosen || !type(child).startsWith("text/")) {
                walk(child, depth + 1, nested);
            }
        }
    }

    private void forwarded(byte[] raw, int depth) {
        try {
            MimeMessage inner = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            report.append("Message-ID: ").append(header(inner, "Message-ID").strip()).append('\n');
            walk(inner, depth + 1, true);
        } catch (MessagingException unreadable) {
            parts.add(new Part("surel.eml", raw));
        }
    }

    private void append(String more, boolean nested) {
        if (text.length() < LONGEST_TEXT && !more.isBlank()) {
            text.append(text.isEmpty() ? "" : nested ? "\n\n---\n" : "\n\n").append(more.strip());
        }
    }

    private static List<MimePart> children(MimePart part) {
        List<MimePart> children = new ArrayList<>();
        try {
            MimeMultipart all = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < Math.min(all.getCount(), MOST_PARTS + 1); i++) {
                children.add((MimeBodyPart) all.getBodyPart(i));
            }
        } catch (MessagingException | ClassCastException broken) {
            // What could be read of it stands.
        }
        return children;
    }

    private static boolean isFile(MimePart part) {
        return header(part, "Content-Disposition").strip().toLowerCase(Locale.ROOT).startsWith("attachment")
                || !name(part).equals("tanpa-nama");
    }

    private static String name(MimePart part) {
        try {
            String name = part.getFileName();
            return name == null || name.isBlank() ? "tanpa-nama" : line(decoded(name));
        } catch (MessagingException broken) {
            return "tanpa-nama";
        }
    }

    private static String type(MimePart part) {
        String type = header(part, "Content-Type").replaceAll("[;\\s].*", "").strip().toLowerCase(Locale.ROOT);
        return type.contains("/") ? type : "text/plain";
    }

    /** As far as its encoding is one. */
    private static byte[] bytes(MimePart part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = decoding(part)) {
            byte[] some = new byte[8192];
            for (int n; (n = in.read(some)) >= 0; ) {
                out.write(some, 0, n);
            }
        } catch (IOException | MessagingException | RuntimeException broken) {
            // What came before the damage stands.
        }
        return out.toByteArray();
    }

    private static InputStream decoding(MimePart part) throws MessagingException, IOException {
        InputStream raw = part instanceof MimeMessage message ? message.getRawInputStream() : ((MimeBodyPart) part).getRawInputStream();
        String encoding = header(part, "Content-Transfer-Encoding").replaceAll("[^A-Za-z0-9-]", "");
        try {
            if (encoding.equalsIgnoreCase("base64")) {
                // More lenient than the mail library's: the end may lack its filling.
                return Base64.getMimeDecoder().wrap(raw);
            }
            return encoding.isEmpty() ? raw : MimeUtility.decode(raw, encoding);
        } catch (MessagingException unknown) {
            return raw;
        }
    }

    private static String text(MimePart part) {
        byte[] bytes = bytes(part);
        Charset said = charset(part);
        return said == null ? guessed(bytes) : new String(bytes, said);
    }

    private static Charset charset(MimePart part) {
        try {
            String name = new ContentType(header(part, "Content-Type")).getParameter("charset");
            return name == null ? null : Charset.forName(MimeUtility.javaCharset(name.strip()));
        } catch (MessagingException | IllegalArgumentException unknown) {
            return null;
        }
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    // Headers.

    private static boolean has(MimePart part, String name) {
        return !header(part, name).isBlank();
    }

    /** The first of this name; a bounded part of it. */
    private static String header(MimePart part, String name) {
        try {
            String[] all = part.getHeader(name);
            String first = all == null || all.length == 0 || all[0] == null ? "" : all[0];
            return first.length() > LONGEST_HEADER ? first.substring(0, LONGEST_HEADER) : first;
        } catch (MessagingException broken) {
            return "";
        }
    }

    private static InternetAddress from(MimeMessage message) {
        try {
            for (InternetAddress each : InternetAddress.parseHeader(MimeUtility.unfold(header(message, "From")), false)) {
                if (each.getAddress() != null && ADDRESS.matcher(each.getAddress()).matches()) {
                    return each;
                }
            }
        } catch (AddressException | RuntimeException broken) {
            // Nobody can be answered.
        }
        return null;
    }

    private static Instant sentAt(MimeMessage message) {
        try {
            Date date = message.getSentDate();
            return date == null ? null : date.toInstant();
        } catch (MessagingException broken) {
            return null;
        }
    }

    private static void ids(String header, Set<String> into) {
        Matcher id = MESSAGE_ID.matcher(header);
        while (id.find() && into.size() < MOST_MENTIONED) {
            into.add(id.group());
        }
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException | RuntimeException unknown) {
            return header;
        }
    }

    static String line(String text) {
        return clean(text, LONGEST_LINE).replaceAll("\\s+", " ").strip();
    }

    /** Without signs that no database or page takes, and signs that turn the direction of writing. */
    static String clean(String text, int longest) {
        String clean = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
                .replaceAll("\n{4,}", "\n\n\n")
                .strip();
        return cut(clean, longest);
    }

    /** @param longest characters that are left, of which none is halved */
    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest)).strip();
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.put("mail.mime.allowutf8", "true");
        properties.put("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }
}
