package id.loket.complaint.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a mail in HTML. Addresses behind links stand beside them; nothing is loaded, nothing runs. */
final class HtmlText {

    private static final int LONGEST = 1_000_000;
    private static final Set<String> BLOCKS =
            Set.of("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "pre", "hr");

    private HtmlText() {}

    static String of(String html) {
        Element body = Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html).body();
        body.select("script, style, head, title, template, noscript").remove();
        StringBuilder text = new StringBuilder();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.text());
                } else if (node.nodeName().equals("br") || BLOCKS.contains(node.nodeName())) {
                    text.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                String link = node.nodeName().equals("a") ? node.attr("href") : "";
                if (link.startsWith("http") && !((Element) node).text().contains(link)) {
                    text.append(" <").append(link).append('>');
                } else if (BLOCKS.contains(node.nodeName())) {
                    text.append('\n');
                }
            }
        });
        return text.toString().replace('\u00a0', ' ').replaceAll("[ \\t]*\n[ \\t]*", "\n").replaceAll("\n{3,}", "\n\n").strip();
    }
}
