package kz.miras.registrar.inside;

import jakarta.enterprise.inject.spi.CDI;
import java.io.File;
import java.net.URISyntaxException;
import java.util.List;
import java.util.concurrent.Callable;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** The small archive that is deployed beside the application, and what its tests need in there. */
final class Inside {

  private static final String STRUCTURE =
      """
      <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
        <deployment>
          <dependencies>
            <module name="deployment.registrar.ear" />
            <module name="deployment.registrar.ear.registrar-ejb.jar" />
            <module name="org.wildfly.security.elytron" />
            <module name="jdk.httpserver" />
          </dependencies>
        </deployment>
      </jboss-deployment-structure>
      """;

  private static final String WEB =
      """
      <jboss-web xmlns="http://www.jboss.com/xml/ns/javaee" version="14.0">
        <context-root>/inside</context-root>
        <security-domain>registrar</security-domain>
      </jboss-web>
      """;

  private Inside() {}

  /** True where this code runs in the server's process. */
  static boolean isHere() {
    return System.getProperty("jboss.server.base.dir") != null;
  }

  /** The archive with a test and the classes it uses. */
  static WebArchive archive(Class<?>... classes) {
    return ShrinkWrap.create(WebArchive.class, "inside.war")
        .addClasses(Inside.class, InsideTest.class, RunningServer.class, Scene.class)
        .addClasses(classes)
        .addAsLibrary(jarOf(Assertions.class))
        .addAsWebInfResource(new StringAsset(STRUCTURE), "jboss-deployment-structure.xml")
        .addAsWebInfResource(new StringAsset(WEB), "jboss-web.xml");
  }

  /** The file a class comes from, for archives that need more than this one has. */
  static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A bean or service of the deployed application itself, not of a copy in this archive. */
  static <T> T bean(Class<T> type) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(RegistrationCounter.class.getClassLoader());
    try {
      return CDI.current().select(type).get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Somebody who has signed in with the password of the scene's people. */
  static SecurityIdentity signedIn(String login) {
    try {
      return SecurityDomain.getCurrent()
          .authenticate(login, new PasswordGuessEvidence(Scene.PASSWORD.toCharArray()));
    } catch (RealmUnavailableException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does something as somebody. */
  static <T> T as(String login, Callable<T> work) throws Exception {
    return signedIn(login).runAs(work);
  }

  /** Does something without an answer as somebody. */
  static void act(String login, Runnable work) throws Exception {
    as(
        login,
        () -> {
          work.run();
          return null;
        });
  }

  /** Codes of what is refused to somebody; empty where it is not. */
  static List<String> refused(String login, Callable<?> work) throws Exception {
    try {
      as(login, work);
      return List.of();
    } catch (RegistrarException.Refused refused) {
      return refused.refusals().stream().map(Refusal::code).toList();
    }
  }

  /** The same of work without an answer. */
  static List<String> refused(String login, Runnable work) throws Exception {
    return refused(
        login,
        () -> {
          work.run();
          return null;
        });
  }

  /** Tells the product of something, as one of its own parts would. */
  static void fire(Object event) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(RegistrationCounter.class.getClassLoader());
    try {
      CDI.current().getBeanManager().getEvent().fire(event);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
