package id.loket.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class TestClock {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }
}
