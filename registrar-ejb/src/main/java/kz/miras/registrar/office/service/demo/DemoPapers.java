package kz.miras.registrar.office.service.demo;

import java.util.Random;

/** The papers somebody was admitted with. */
final class DemoPapers {

  private DemoPapers() {}

  /** The document of the level before. */
  static String previous(Random random, String level, int year) {
    int number = 1_000_000 + random.nextInt(9_000_000);
    return switch (level) {
      case "BACHELOR" -> "Аттестат об общем среднем образовании, ЖОБ № " + number + ", " + year;
      case "MASTER" -> "Диплом бакалавра, ЖБ-Б № " + number + ", " + year;
      default -> "Диплом магистра, ЖООК-М № " + number + ", " + year;
    };
  }

  /** The entrance examination. */
  static String entrance(String level, long student, int year) {
    String kind = level.equals("BACHELOR") ? "ЕНТ" : "КТ";
    return kind + ", сертификат № " + (3_000_000 + student) + ", 05.07." + year;
  }
}
