package id.loket.standard.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.loket.testing.Chromium;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An analyst opens the exported model in bpmn-js, on which the common modellers stand, and sees all of it. */
class ModellerTest {

    private static final Path VIEWER = Path.of("src/test/resources/bpmn-js/bpmn-navigated-viewer.production.min.js");

    private static Chromium browser;
    private static Page page;

    @BeforeAll
    static void open() {
        browser = new Chromium();
        page = browser.person().newPage();
        page.setViewportSize(2400, 1000);
        page.setContent("<body style='margin:0'><div id=canvas style='height:1000px'></div>");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(VIEWER));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    static Stream<Exported> all() {
        return Exported.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    @SuppressWarnings("unchecked")
    void it_opens_without_a_warning_and_every_element_is_drawn(Exported exported) {
        Map<String, Object> seen = (Map<String, Object>) page.evaluate("""
                async xml => {
                    document.querySelector('#canvas').replaceChildren();
                    const viewer = new BpmnJS({ container: '#canvas' });
                    const { warnings } = await viewer.importXML(xml);
                    viewer.get('canvas').zoom('fit-viewport', 'auto');
                    const drawn = viewer.get('elementRegistry').getAll().filter(e => e.type !== 'label').map(e => e.id);
                    return { warnings: warnings.map(w => w.message), drawn };
                }
                """, exported.xml());
        assertThat((List<String>) seen.get("warnings")).isEmpty();
        Chart chart = Chart.of(exported.service());
        assertThat((List<String>) seen.get("drawn"))
                .containsAll(chart.nodes().stream().map(Chart.Node::id).toList())
                .containsAll(chart.flows().stream().map(Chart.Flow::id).toList())
                .containsAll(chart.lanes().stream().map(a -> "lane_" + a.role()).toList());
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/bpmn", exported + ".png")));
    }
}
