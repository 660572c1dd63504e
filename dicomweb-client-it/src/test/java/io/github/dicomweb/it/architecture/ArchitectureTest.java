// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rooms of the library and the doors between them. */
class ArchitectureTest {
  private static final String BASE = "io.github.dicomweb";
  private static final String INTERNAL = BASE + ".internal..";
  private static final String[] CORE = {
    BASE,
    BASE + ".auth..",
    BASE + ".config..",
    BASE + ".delete..",
    BASE + ".dicom..",
    BASE + ".error..",
    BASE + ".media..",
    BASE + ".probe..",
    BASE + ".profile..",
    BASE + ".retrieve..",
    BASE + ".search..",
    BASE + ".store..",
    BASE + ".uri..",
    INTERNAL
  };
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  private static DescribedPredicate<JavaClass> exported() {
    return resideInAnyPackage(CORE)
        .and(DescribedPredicate.not(resideInAnyPackage(INTERNAL)))
        .as("in an exported package of the core");
  }

  @Test
  void imported_everyRoom_isThere() {
    for (String room :
        new String[] {
          ".dicom", ".search", ".retrieve", ".store", ".internal.http", ".testkit", ".oidc"
        }) {
      assertThat(ALL.that(resideInAnyPackage(BASE + room))).as(room).isNotEmpty();
    }
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(ALL);
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".*..")
        .and()
        .resideOutsideOfPackages(
            BASE + ".testkit..", BASE + ".examples..", BASE + ".cli..", BASE + ".it..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE)
        .as("nothing but its users knows the client")
        .check(ALL);
  }

  @Test
  void internals_areReachedFromTheCoreOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(INTERNAL)
        .check(ALL);
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".*")
        .and()
        .resideOutsideOfPackages(BASE, INTERNAL)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(INTERNAL)
        .as("what is exported does not know how it is done")
        .check(ALL);
  }

  @Test
  void rooms_dataFlowsOneWay() {
    forbid(
        BASE + ".error..", BASE + ".(dicom|config|auth|search|retrieve|store|delete|uri|probe)..");
    forbid(BASE + ".config..", BASE + ".(dicom|auth|search|retrieve|store|delete|uri|probe)..");
    forbid(
        BASE + ".auth..", BASE + ".(dicom|config|search|retrieve|store|delete|uri|probe|error)..");
    forbid(BASE + ".dicom..", BASE + ".(auth|search|retrieve|store|delete|uri|probe)..");
    forbid(
        BASE + ".media..",
        BASE + ".(auth|config|profile|search|retrieve|store|delete|uri|probe)..");
    forbid(
        BASE + ".profile..", BASE + ".(auth|dicom|media|search|retrieve|store|delete|uri|probe)..");
    forbid(
        BASE + ".internal.multipart..",
        BASE + ".(dicom|media|auth|search|retrieve|store|delete|uri|probe)..");
    forbid(
        BASE + ".internal.multipart..",
        BASE + ".internal.(http|decode|negotiate|search|retrieve|store|delete|uri|probe)..");
    forbid(
        BASE + ".internal.http..",
        BASE + ".(dicom|media|search|retrieve|store|delete|uri|probe)..");
    forbid(
        BASE + ".internal.http..",
        BASE + ".internal.(decode|negotiate|search|retrieve|store|delete|uri|probe)..");
    forbid(
        BASE + ".internal.negotiate..",
        BASE + ".internal.(search|retrieve|store|delete|uri|probe)..");
    forbid(BASE + ".internal.retrieve..", BASE + ".internal.(store|delete|uri|probe)..");
    forbid(
        BASE + ".internal.decode..", BASE + ".internal.(search|retrieve|store|delete|uri|probe)..");
  }

  @Test
  void auth_isKnownToItsUsersOnly() {
    JavaClasses core = ALL.that(resideInAnyPackage(CORE));
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".oidc..", BASE + ".cloud..", "com.nimbusds..", "dev.failsafe..")
        .check(core);
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".oidc..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + ".oidc.internal..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage(BASE + ".oidc.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + ".oidc")
        .check(ALL);
    forbid(BASE + ".oidc.internal.token..", BASE + ".oidc.internal.(endpoint|grant)..");
    forbid(BASE + ".oidc.internal.endpoint..", BASE + ".oidc.internal.(grant)..");
    classes()
        .that()
        .resideInAPackage(BASE + ".oidc")
        .and()
        .arePublic()
        .should(new ForeignTypesCondition("com.nimbusds", "dev.failsafe", "okio", "org.slf4j"))
        .check(ALL);
  }

  private static void forbid(String from, String to) {
    String[] targets = expand(to);
    noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(targets)
        .check(ALL);
  }

  private static String[] expand(String pattern) {
    int open = pattern.indexOf('(');
    int close = pattern.indexOf(')');
    String[] names = pattern.substring(open + 1, close).split("\\|");
    String[] packages = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      packages[i] = pattern.substring(0, open) + names[i] + pattern.substring(close + 1);
    }
    return packages;
  }

  @Test
  void dicom_knowsNoHttp() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".dicom..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..")
        .check(ALL);
  }

  @Test
  void signatures_ofExportedClasses_holdNoForeignTypes() {
    classes()
        .that(are(exported()))
        .and()
        .arePublic()
        .should(
            new ForeignTypesCondition("okhttp3", "okio", "com.fasterxml", "org.slf4j", "kotlin"))
        .check(ALL);
  }

  @Test
  void publicClasses_areFinalSealedOrMeantToBeExtended() {
    classes()
        .that(are(exported()))
        .and()
        .arePublic()
        .and()
        .areNotInterfaces()
        .and(
            DescribedPredicate.describe(
                "are neither sealed nor abstract",
                c -> !c.reflect().isSealed() && !c.getModifiers().contains(JavaModifier.ABSTRACT)))
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(ALL);
  }

  @Test
  void fields_areNeverOptional() {
    fields()
        .that()
        .areDeclaredInClassesThat(are(exported()))
        .should()
        .notHaveRawType(Optional.class)
        .check(ALL);
  }

  @Test
  void output_goesThroughTheLoggingFacade() {
    JavaClasses core = ALL.that(resideInAnyPackage(CORE));
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(core);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(core);
    assertThat(core.that(alwaysTrue())).hasSizeGreaterThan(100);
  }
}
