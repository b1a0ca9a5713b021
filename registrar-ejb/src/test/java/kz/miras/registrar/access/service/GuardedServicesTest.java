package kz.miras.registrar.access.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.registration.service.LineJobs;
import kz.miras.registrar.registration.service.QueueJobs;
import kz.miras.registrar.registration.service.RegistrationJobs;
import kz.miras.registrar.registration.service.campaign.GroupProposals;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No service can be forgotten: each says who may call it, in words of the matrix. */
class GuardedServicesTest {

  /** Called by timers nobody has signed in for. */
  private static final Set<Class<?>> BY_TIMER =
      Set.of(
          Sealer.class,
          RegistrationJobs.class,
          QueueJobs.class,
          LineJobs.class,
          GroupProposals.class);

  @Test
  @DisplayName(
      "ACC-1 every operation of every service names a right of the matrix or is open to all")
  void everyOperationNamesARight() throws Exception {
    List<String> missing = new ArrayList<>();
    for (Class<?> service : services()) {
      for (Method method : service.getDeclaredMethods()) {
        // what is static is no operation of a service: it reads nothing but what it is given
        boolean operation =
            Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
        if (operation && !method.isSynthetic()) {
          check(service, method, missing);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  @DisplayName("ACC-2 every service that needs a right asks the live grants again")
  void everyServiceThatNeedsARightIsGuarded() throws Exception {
    List<String> missing = new ArrayList<>();
    for (Class<?> service : services()) {
      boolean needs =
          service.isAnnotationPresent(RolesAllowed.class)
              || Stream.of(service.getDeclaredMethods())
                  .anyMatch(m -> m.isAnnotationPresent(RolesAllowed.class));
      if (needs && !service.isAnnotationPresent(Guarded.class) && !BY_TIMER.contains(service)) {
        missing.add(service.getName());
      }
    }
    assertThat(missing).isEmpty();
  }

  private static void check(Class<?> service, Method method, List<String> missing) {
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    if (roles == null && method.isAnnotationPresent(PermitAll.class)) {
      return;
    }
    if (roles == null) {
      roles = service.getAnnotation(RolesAllowed.class);
    }
    if (roles == null && service.isAnnotationPresent(PermitAll.class)) {
      return;
    }
    if (roles == null || !Permissions.all().containsAll(List.of(roles.value()))) {
      missing.add(service.getSimpleName() + "." + method.getName());
    }
  }

  private static List<Class<?>> services() throws IOException, ClassNotFoundException {
    Path classes = Path.of("target/classes");
    List<Class<?>> services = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replace('/', '.').replace('\\', '.');
        Class<?> type =
            Class.forName(
                name.substring(0, name.length() - ".class".length()),
                false,
                GuardedServicesTest.class.getClassLoader());
        if (type.isAnnotationPresent(Stateless.class)) {
          services.add(type);
        }
      }
    }
    assertThat(services).hasSizeGreaterThan(10);
    return services;
  }
}
