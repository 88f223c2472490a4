package id.loket.standard;

import id.loket.standard.Faults.Fault;
import id.loket.standard.YamlTree.Items;
import id.loket.standard.YamlTree.Node;
import id.loket.standard.YamlTree.Place;
import id.loket.standard.YamlTree.Properties;
import id.loket.standard.YamlTree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where in a file each property and list item stands, by its path as a JSON pointer. */
record Lines(Node root) {

    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

    /** @param whole whether there is a place of that path, or only one around it */
    private record Found(Place at, boolean whole) {}

    boolean has(String path) {
        return find(path).whole;
    }

    /** List items without a value. */
    List<String> empty() {
        List<String> empty = new ArrayList<>();
        collectEmpty(root, "", empty);
        return empty;
    }

    private static void collectEmpty(Node node, String path, List<String> empty) {
        switch (node) {
            case Properties properties -> properties.all().forEach((name, p) -> collectEmpty(p.value(), path + "/" + name, empty));
            case Items items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    Node item = items.items().get(i);
                    if (item instanceof Scalar scalar && scalar.isNothing()) {
                        empty.add(path + "/" + i);
                    }
                    collectEmpty(item, path + "/" + i, empty);
                }
            }
            case Scalar scalar -> {
                // an empty property is one that isn't given
            }
        }
    }

    /** The finding at the fault's place, or at the nearest place around it that is in the file. */
    Finding finding(Fault fault, Finding.Severity severity) {
        Place at = find(fault.path()).at;
        return new Finding(at.line(), at.column(), severity, fault.code(), fault.args());
    }

    private Found find(String path) {
        Node node = root;
        Place at = root.at();
        for (String step : path.isEmpty() ? new String[0] : path.substring(1).split("/")) {
            String name = step.replace("~1", "/").replace("~0", "~");
            if (node instanceof Properties properties && properties.all().containsKey(name)) {
                at = properties.all().get(name).at();
                node = properties.all().get(name).value();
            } else if (node instanceof Items items && INDEX.matcher(name).matches() && Integer.parseInt(name) < items.items().size()) {
                node = items.items().get(Integer.parseInt(name));
                at = node.at();
            } else if (node instanceof Items || !name.equals("0")) {
                return new Found(at, false);
            }
            // one value without its dash is the list's first
        }
        return new Found(at, true);
    }
}
