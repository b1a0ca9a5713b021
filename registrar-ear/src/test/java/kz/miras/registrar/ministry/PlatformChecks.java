package kz.miras.registrar.ministry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the platform checks of a record without saying so anywhere. */
final class PlatformChecks {

  private static final List<String> LANGUAGES = List.of("Ru", "Kz", "En");

  private PlatformChecks() {}

  /** Whether it fails over the record: an empty text where it expects none, no citizenship. */
  static boolean isUndigestible(Map<String, Object> record) {
    return "".equals(record.get("patronymic"))
        || "STUDENT".equals(record.get("typeCode")) && record.get("sitizenshipId") == null;
  }

  /** Why a record is refused; null where it is not. */
  static String refused(Map<String, Object> record) {
    return Stream.of("name", "subjectName")
        .filter(name -> record.containsKey(name + "Kz"))
        .flatMap(name -> LANGUAGES.stream().map(language -> name + language))
        .filter(name -> Objects.toString(record.get(name), "").isBlank())
        .map(name -> name + " must not be null")
        .findFirst()
        .orElse(null);
  }
}
