package kz.miras.registrar.shared.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The templates that come with the program: version 0 of each. */
public final class ShippedTemplates implements TemplateSource {

  /** Every template, by the name of its file. */
  public static final List<String> NAMES =
      List.of(
          "transcript",
          "graduate-sheet",
          "diploma-supplement",
          "european-supplement",
          "certificate",
          "letter",
          "extract",
          "study-plan",
          "sheet",
          "rating",
          "appeal-sheet",
          "appeal-protocol",
          "group-sheet",
          "recognition-protocol",
          "defence-protocol",
          "award-protocol",
          "chair-report",
          "fx-slip",
          "electives",
          "report",
          "room-admitted",
          "room-attendance",
          "room-codes",
          "room-act");

  private static final Map<String, Template> READ = new ConcurrentHashMap<>();

  @Override
  public Template inForce(String name) {
    return READ.computeIfAbsent(name, ShippedTemplates::read);
  }

  private static Template read(String name) {
    try (InputStream stream =
        ShippedTemplates.class.getResourceAsStream("/documents/" + name + ".xhtml")) {
      if (stream == null) {
        throw new IllegalStateException("no template " + name);
      }
      return new Template(name, 0, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
