package kz.miras.registrar.structure;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that is shipped, as classes and as sources. */
final class Product {

  /** The package everything lies in, with its last dot. */
  static final String ROOT = "kz.miras.registrar.";

  /** Modules with code of the product, from the inside out. */
  static final List<String> MODULES =
      List.of("registrar-model", "registrar-ejb", "registrar-web", "registrar-ws");

  /** Every class of the product, read once. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(
              MODULES.stream()
                  .map(module -> root().resolve(module).resolve("target/classes"))
                  .filter(Files::isDirectory)
                  .toList());

  private Product() {}

  /** The folder of the whole project. */
  static Path root() {
    return Path.of("").toAbsolutePath().getParent();
  }

  /** Java files of the product, generated ones left out. */
  static List<Path> sources() {
    return files("src/main/java");
  }

  /** Java files of the tests of every module. */
  static List<Path> tests() {
    List<Path> tests = new ArrayList<>(files("src/test/java"));
    tests.addAll(under(root().resolve("registrar-ear/src/test/java")));
    return tests;
  }

  private static List<Path> files(String folder) {
    return MODULES.stream()
        .flatMap(module -> under(root().resolve(module).resolve(folder)).stream())
        .toList();
  }

  private static List<Path> under(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
