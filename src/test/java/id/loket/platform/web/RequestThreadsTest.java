package id.loket.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.testing.LoketTest;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * Requests run on threads of the operating system. On virtual ones the server could stand still for good: whoever loaded a class from the
 * jar kept the carrier that the holder of the jar's lock waited for.
 */
@LoketTest
class RequestThreadsTest {

    @Autowired
    private WebServerApplicationContext application;

    @Test
    void a_request_never_waits_for_a_carrier() {
        TomcatWebServer server = (TomcatWebServer) application.getWebServer();
        assertThat(server.getTomcat().getConnector().getProtocolHandler().getExecutor()).isNotNull().isNotInstanceOf(VirtualThreadExecutor.class);
    }
}
