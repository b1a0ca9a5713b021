package kz.miras.registrar.structure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** model ← services ← screens and interfaces: dependencies point inwards only. */
class LayersTest {

  private static final String SERVICE = "kz.miras.registrar..service..";
  private static final String WEB = "kz.miras.registrar..web..";
  private static final String WS = "kz.miras.registrar..ws..";

  private static final DescribedPredicate<JavaClass> MODEL =
      describe(
          "of the model",
          type ->
              type.getPackageName().startsWith(Product.ROOT)
                  && !type.getPackageName().matches(".*\\.(service|web|ws)(\\..*)?"));

  private static final DescribedPredicate<JavaClass> ENTITY =
      describe("entities", type -> type.isAnnotatedWith(Entity.class));

  // a commit throws the one exception past every service
  private static final DescribedPredicate<JavaClass> DATABASE =
      describe(
          "of the database",
          type ->
              type.getPackageName().matches("(jakarta\\.persistence|javax?\\.sql)(\\..*)?")
                  && !type.isEquivalentTo(OptimisticLockException.class));

  private static final Set<Class<? extends Annotation>> GUARDS =
      Set.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

  private static final DescribedPredicate<JavaMethod> SAYS_WHO_MAY_CALL =
      describe(
          "say who may call them",
          method ->
              GUARDS.stream()
                  .anyMatch(
                      guard ->
                          method.isAnnotatedWith(guard)
                              || method.getOwner().isAnnotatedWith(guard)));

  @Test
  @DisplayName("the model knows neither services nor screens nor the container")
  void theModelStandsAlone() {
    noClasses()
        .that(MODEL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SERVICE, WEB, WS)
        .check(Product.CLASSES);
    // the one annotation that tells the container not to wrap the product's own exceptions
    noClasses()
        .that(MODEL)
        .should()
        .dependOnClassesThat(
            describe(
                "of the container",
                type ->
                    type.getPackageName()
                            .matches(
                                "(jakarta\\.(ejb|faces|servlet|ws|inject|enterprise|annotation"
                                    + "|transaction|jms|mail)|java\\.sql|javax\\.sql|java\\.util"
                                    + "\\.logging)(\\..*)?")
                        && !type.getName().equals("jakarta.ejb.ApplicationException")))
        .check(Product.CLASSES);
  }

  @Test
  @DisplayName("services know no screen and no interface")
  void servicesKnowNoScreen() {
    noClasses()
        .that()
        .resideInAPackage(SERVICE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(WEB, WS, "jakarta.faces..", "jakarta.servlet..", "jakarta.xml.ws..")
        .check(Product.CLASSES);
  }

  @Test
  @DisplayName("screens and interfaces know neither each other nor the database")
  void outerModulesGoThroughServices() {
    noClasses()
        .that()
        .resideInAPackage(WEB)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(WS)
        .check(Product.CLASSES);
    noClasses()
        .that()
        .resideInAPackage(WS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(WEB)
        .allowEmptyShould(true)
        .check(Product.CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(WEB, WS)
        .should()
        .dependOnClassesThat(DATABASE)
        .check(Product.CLASSES);
  }

  @Test
  @DisplayName("the entity manager lives in services only")
  void theEntityManagerLivesInServices() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SERVICE)
        .should()
        .dependOnClassesThat()
        .areAssignableFrom(EntityManager.class)
        .check(Product.CLASSES);
  }

  @Test
  @DisplayName("no screen and no interface touches an entity")
  void entitiesStayInside() {
    noClasses()
        .that()
        .resideInAnyPackage(WEB, WS)
        .should()
        .dependOnClassesThat(ENTITY)
        .check(Product.CLASSES);
  }

  @Test
  @DisplayName("no service hands an entity to a screen")
  void servicesReturnViews() {
    noMethods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(
            describe(
                "are called from outside",
                type ->
                    type.getPackageName().endsWith(".service")
                        && type.getDirectDependenciesToSelf().stream()
                            .anyMatch(
                                use ->
                                    use.getOriginClass()
                                        .getPackageName()
                                        .matches(".*\\.(web|ws)(\\..*)?"))))
        .should()
        .haveRawReturnType(ENTITY)
        .check(Product.CLASSES);
  }

  @Test
  @DisplayName("beans of a session or a view can be moved to another node and hold no entity")
  void longLivedBeansAreSerializable() {
    DescribedPredicate<JavaClass> longLived =
        describe(
            "live longer than a request",
            type ->
                type.isAnnotatedWith(SessionScoped.class)
                    || type.isAnnotatedWith(ViewScoped.class)
                    || type.isAnnotatedWith("org.omnifaces.cdi.ViewScoped"));
    classes().that(longLived).should().beAssignableTo(Serializable.class).check(Product.CLASSES);
    fields()
        .that()
        .areDeclaredInClassesThat(longLived)
        .should()
        .notHaveRawType(ENTITY)
        .check(Product.CLASSES);
  }

  @Test
  @DisplayName("ACC-1 every operation of a bean of the container says who may call it")
  void everyOperationSaysWhoMayCallIt() {
    methods()
        .that()
        .arePublic()
        .and()
        .areNotStatic()
        .and()
        .areDeclaredInClassesThat(
            describe(
                "are beans of the container",
                type ->
                    type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class)))
        .should(ArchCondition.from(SAYS_WHO_MAY_CALL))
        .check(Product.CLASSES);
  }
}
