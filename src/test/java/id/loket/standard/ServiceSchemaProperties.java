package id.loket.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import id.loket.testing.Shipped;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Who writes a service file in an editor hears nothing else there than from the check: a shipped file, with one property changed. Only where
 * a name stands without a value yet the editor asks for one, which the check takes as not given.
 */
class ServiceSchemaProperties {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final YAMLMapper YAML = new YAMLMapper();

    /** A property somewhere in a file, by the part that it belongs to. */
    private record Place(String path, ObjectNode part, String name) {

        JsonNode value() {
            return part.get(name);
        }

        /** The names in a condition are the form's own; a text may stand without its translation. */
        boolean isFree() {
            return path.contains("/when/") || name.equals("when") || part.has("id") || value().has("id");
        }
    }

    private record Change(String path, List<Error> marked, List<Finding> found) {}

    @Property(tries = 200)
    void what_an_editor_marks_the_check_refuses(
            @ForAll("services") String code, @ForAll @IntRange(max = 9999) int at, @ForAll("values") JsonNode value) {
        Change change = changed(code, at, place -> place.part.set(place.name, value));
        if (!change.marked.isEmpty()) {
            assertThat(change.found).as("%s becomes %s: %s", change.path, value, change.marked).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void a_property_that_is_left_out_is_missed_by_the_check_where_the_editor_misses_it(
            @ForAll("services") String code, @ForAll @IntRange(max = 9999) int at) {
        Change change = changed(code, at, place -> place.part.remove(place.name));
        if (!change.marked.isEmpty()) {
            assertThat(change.found).as("%s is left out: %s", change.path, change.marked).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void a_misspelt_property_is_found_by_both(@ForAll("services") String code, @ForAll @IntRange(max = 9999) int at) {
        Change change = changed(code, at, place -> {
            if (!place.isFree()) {
                place.part.set(place.name + "x", place.part.remove(place.name));
            }
        });
        assertThat(change.marked.isEmpty()).as("%s in the editor", change.path).isEqualTo(change.found.isEmpty());
    }

    @Property(tries = 200)
    void a_part_where_a_value_belongs_is_found_by_both(@ForAll("services") String code, @ForAll @IntRange(max = 9999) int at) {
        Change change = changed(code, at, place -> {
            if (!place.isFree()) {
                place.part.set(place.name, JSON.objectNode().put("x", 1));
            }
        });
        assertThat(change.marked.isEmpty()).as("%s in the editor", change.path).isEqualTo(change.found.isEmpty());
    }

    @Provide
    Arbitrary<String> services() {
        return Arbitraries.of(Shipped.codes());
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return Arbitraries.of(
                JSON.stringNode(""), JSON.stringNode("kata"), JSON.stringNode("KODE"), JSON.numberNode(0), JSON.numberNode(7), JSON.numberNode(-1),
                JSON.numberNode(1.5), JSON.booleanNode(true), JSON.arrayNode(), JSON.arrayNode().add("kata"), JSON.objectNode());
    }

    private interface Edit {
        void make(Place place);
    }

    private static Change changed(String code, int at, Edit edit) {
        JsonNode file = YAML.readTree(Shipped.text(code));
        List<Place> places = new ArrayList<>();
        collect(file, "", places);
        Place place = places.get(at % places.size());
        edit.make(place);
        return new Change(code + place.path, ServiceSchemaTest.errors(file), ServiceDefinitions.check(file.toString()).errors());
    }

    private static void collect(JsonNode node, String path, List<Place> places) {
        if (node instanceof ObjectNode part) {
            part.properties().forEach(property -> {
                String inside = path + "/" + property.getKey();
                places.add(new Place(inside, part, property.getKey()));
                collect(property.getValue(), inside, places);
            });
        } else {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), path + "/" + i, places);
            }
        }
    }
}
