package id.loket.document;

import java.util.List;

/**
 * The sheet in front of what is faxed.
 *
 * @param to         name of the recipient
 * @param fax        number to dial
 * @param subject    what it is about
 * @param reference  number of the file or complaint
 * @param paragraphs what is said, if nothing but the cover goes out; may be empty
 * @param pages      how many pages go out, this one included
 * @param printing   when and by whom
 */
public record FaxCover(String to, String fax, String subject, String reference, List<String> paragraphs, int pages,
        Printing printing) {
}
