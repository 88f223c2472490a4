package id.loket.standard.bpmn;

import java.util.List;
import java.util.Optional;

/**
 * What is typed after {@code bpmn}.
 *
 * @param source  code of a service, or a service file
 * @param version null for the newest
 * @param office  code of the office whose service it is; null where none is named
 */
record BpmnOrder(String source, Integer version, String office) {

    static final String USAGE = "Which service? ./loket bpmn CODE [--version N] [--office CODE], or ./loket bpmn FILE.yaml";

    /** Empty if it can't be understood. */
    static Optional<BpmnOrder> parse(List<String> args) {
        if (args.isEmpty() || args.size() % 2 == 0) {
            return Optional.empty();
        }
        Integer version = null;
        String office = null;
        for (int i = 1; i < args.size(); i += 2) {
            String value = args.get(i + 1);
            if (args.get(i).equals("--version") && version == null && value.matches("[1-9][0-9]{0,8}")) {
                version = Integer.valueOf(value);
            } else if (args.get(i).equals("--office") && office == null) {
                office = value;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new BpmnOrder(args.getFirst(), version, office));
    }

    boolean isFile() {
        return source.endsWith(".yaml") || source.endsWith(".yml");
    }
}
