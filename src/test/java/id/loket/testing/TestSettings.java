package id.loket.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the application to a fresh database of the suite's server. */
class TestSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String database = TestDatabase.create();
        TestPropertyValues.of(
                        "loket.database-url=" + TestDatabase.url(database),
                        "loket.database-user=" + TestDatabase.user(),
                        "loket.database-password=" + TestDatabase.password(),
                        "loket.data-dir=target/test-data",
                        "loket.public-url=https://loket.contoh.go.id",
                        "loket.demo=true",
                        // Tests come from several addresses, and over https, as behind a proxy.
                        "server.forward-headers-strategy=native")
                .applyTo(context);
    }
}
