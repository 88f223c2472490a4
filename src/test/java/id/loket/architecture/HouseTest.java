package id.loket.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import id.loket.Loket;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.modulith.core.ApplicationModules;

/** The house of ARCHITECTURE.md: a module stands on those below it and knows nothing of those above. */
@AnalyzeClasses(packages = "id.loket", importOptions = {ImportOption.DoNotIncludeTests.class, HouseTest.Written.class})
class HouseTest {

    /** What people wrote: not what Spring generated from it when the jar was built. */
    static final class Written implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("__") && !location.contains("$$");
        }
    }

    @ArchTest
    static final ArchRule floors = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .optionalLayer("oversight").definedBy("id.loket.oversight..")
            .layer("portal").definedBy("id.loket.portal..")
            .layer("guarantee").definedBy("id.loket.guarantee..")
            .layer("complaint").definedBy("id.loket.complaint..")
            .layer("permit").definedBy("id.loket.permit..")
            .layer("inspection").definedBy("id.loket.inspection..")
            .layer("payment").definedBy("id.loket.payment..")
            .layer("casefile").definedBy("id.loket.casefile..")
            .layer("notice").definedBy("id.loket.notice..")
            .layer("standard").definedBy("id.loket.standard..")
            .layer("office").definedBy("id.loket.office..")
            .layer("document").definedBy("id.loket.document..")
            .layer("worktime").definedBy("id.loket.worktime..")
            .layer("platform").definedBy("id.loket.platform..")
            .whereLayer("portal").mayNotBeAccessedByAnyLayer()
            .whereLayer("oversight").mayNotBeAccessedByAnyLayer()
            .whereLayer("complaint").mayOnlyBeAccessedByLayers("portal", "oversight")
            .whereLayer("guarantee").mayNotBeAccessedByAnyLayer()
            .whereLayer("permit").mayOnlyBeAccessedByLayers("guarantee", "portal", "oversight")
            .whereLayer("inspection").mayOnlyBeAccessedByLayers("guarantee")
            .whereLayer("payment").mayNotBeAccessedByAnyLayer()
            .whereLayer("casefile").mayOnlyBeAccessedByLayers("permit", "inspection", "payment", "guarantee", "portal", "complaint", "oversight")
            .whereLayer("notice").mayOnlyBeAccessedByLayers("casefile", "permit", "guarantee", "portal", "complaint", "oversight")
            .whereLayer("standard").mayOnlyBeAccessedByLayers("notice", "casefile", "inspection", "payment", "permit", "guarantee", "portal", "complaint", "oversight")
            .whereLayer("office").mayOnlyBeAccessedByLayers("standard", "notice", "casefile", "inspection", "payment", "permit", "guarantee", "portal", "complaint", "oversight")
            .whereLayer("document").mayOnlyBeAccessedByLayers("office", "standard", "notice", "casefile", "inspection", "payment", "permit", "portal", "complaint", "oversight")
            .whereLayer("worktime").mayOnlyBeAccessedByLayers("standard", "office", "notice", "casefile", "inspection", "payment", "permit", "guarantee", "portal", "complaint", "oversight");

    @ArchTest
    static final ArchRule working_time_knows_the_jdk_only =
            classes().that().resideInAPackage("id.loket.worktime..")
                    .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "id.loket.worktime..");

    @ArchTest
    static final ArchRule the_card_is_plain_java = classes()
            .that().resideInAPackage("id.loket.casefile.card..")
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "id.loket.casefile.card..", "id.loket.standard..", "id.loket.worktime..", "org.springframework.modulith..");

    @ArchTest
    static final ArchRule pages_and_interfaces_are_named_so = classes()
            .that().areAnnotatedWith(Controller.class)
            .should().haveSimpleNameEndingWith("Pages")
            .andShould().notBePublic();

    @ArchTest
    static final ArchRule json_controllers_are_named_so = classes()
            .that().areAnnotatedWith(RestController.class)
            .should().haveSimpleNameEndingWith("Api")
            .andShould().notBePublic();

    @ArchTest
    static final ArchRule nobody_asks_the_system_for_the_time = noClasses()
            .that().resideOutsideOfPackage("id.loket.platform..")
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static void modules_keep_to_their_doors(JavaClasses classes) {
        ApplicationModules.of(Loket.class).verify();
    }
}
