package kz.miras.registrar.transcript.twin;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.transcript.twin.TwinContents.Outcome;

/** Names ELMO 1.7 is written in, and those of what it has no place for. */
final class ElmoNames {

  static final String ELMO = "https://github.com/emrex-eu/elmo-schemas/tree/v1";

  /** Of our extension; its version goes with {@link TwinContents#FORMAT}. */
  static final String OWN = "urn:kz:miras:registrar:record:1";

  static final String OWN_PREFIX = "r";
  static final String PROGRAMME = "Degree Programme";
  static final String COURSE = "Course";
  static final String CREDITS = "ects";
  static final String FRAMEWORK = "NQF-KZ";
  static final String LETTERS = "kz-letter";
  static final String AVERAGE = "kz-gpa";
  static final String CODE = "local";

  private static final Map<Outcome, String> STATUS =
      new EnumMap<>(
          Map.of(
              Outcome.PASSED, "passed",
              Outcome.FAILED, "failed",
              Outcome.IN_PROGRESS, "in-progress"));

  private ElmoNames() {}

  static Optional<String> status(Outcome outcome) {
    return Optional.ofNullable(STATUS.get(outcome));
  }

  static Outcome outcome(String status) {
    return STATUS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(status))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Outcome.NONE);
  }
}
