package id.loket.testing;

import id.loket.Loket;
import id.loket.casefile.OfficeAtWork;
import id.loket.notice.NoticeDesk;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real database, with the demo office and a clock that can be set. All such tests share one application; each
 * makes the files that it speaks of.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Loket.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestSettings.class)
@Import({TestClock.class, OfficeAtWork.class, NoticeDesk.class})
public @interface LoketTest {}
