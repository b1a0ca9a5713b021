package kz.miras.registrar.structure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The tests that can fail, read from what is compiled: a method JUnit runs, not switched off, from
 * which an assertion is reached. A name in a comment, on a helper or on an empty test proves
 * nothing.
 */
final class Proofs {

  private static final List<Class<? extends java.lang.annotation.Annotation>> RUN =
      List.of(Test.class, ParameterizedTest.class, RepeatedTest.class, TestFactory.class);

  private static final JavaClasses TESTS = new ClassFileImporter().importPaths(folders());

  private Proofs() {}

  private static List<Path> folders() {
    return Stream.concat(Product.MODULES.stream(), Stream.of("registrar-ear"))
        .map(module -> Product.root().resolve(module).resolve("target/test-classes"))
        .filter(Files::isDirectory)
        .toList();
  }

  /** Display names of the tests that can fail, those of their classes included. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (JavaClass type : TESTS) {
      for (JavaMethod method : type.getMethods()) {
        if (isRun(method) && asserts(method)) {
          method.tryGetAnnotationOfType(DisplayName.class).ifPresent(n -> names.add(n.value()));
          type.tryGetAnnotationOfType(DisplayName.class).ifPresent(n -> names.add(n.value()));
        }
      }
    }
    return names;
  }

  /** Tests JUnit runs from which no assertion is reached. */
  static List<String> empty() {
    List<String> empty = new ArrayList<>();
    for (JavaClass type : TESTS) {
      for (JavaMethod method : type.getMethods()) {
        if (isRun(method) && !asserts(method)) {
          empty.add(method.getFullName());
        }
      }
    }
    return empty;
  }

  private static boolean isRun(JavaMethod method) {
    return RUN.stream().anyMatch(method::isAnnotatedWith)
        && !method.isAnnotatedWith(Disabled.class)
        && !method.getOwner().isAnnotatedWith(Disabled.class);
  }

  /** Whether an assertion is reached through the code of the tests, lambdas included. */
  private static boolean asserts(JavaMethod test) {
    Set<String> seen = new HashSet<>();
    Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(test));
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.remove();
      if (!seen.add(unit.getFullName())) {
        continue;
      }
      for (var access : unit.getAccessesFromSelf()) {
        String owner = access.getTargetOwner().getName();
        if (isAssertion(owner, access.getTarget().getName())) {
          return true;
        }
        if (TESTS.contain(owner)) {
          TESTS.get(owner).getCodeUnits().stream()
              .filter(next -> next.getName().equals(access.getTarget().getName()))
              .forEach(open::add);
        }
      }
    }
    return false;
  }

  private static boolean isAssertion(String owner, String name) {
    return owner.startsWith("org.assertj.")
        || owner.equals("org.junit.jupiter.api.Assertions")
        || (owner.startsWith("com.tngtech.archunit.") && name.equals("check"));
  }
}
