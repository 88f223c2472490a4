package id.loket.standard.bpmn;

import id.loket.standard.ServiceDefinitions;
import id.loket.standard.ShippedServices;

/** What Loket exports for a service, for other engines to run. */
public final class BenchModel {

    private BenchModel() {}

    public static String of(String service) {
        return BpmnWriter.write(ServiceDefinitions.parse(ShippedServices.read(service).orElseThrow()));
    }
}
