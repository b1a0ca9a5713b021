package kz.miras.registrar.correspondence.ministry;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Keyed;

/** What a run over the records of the platform does. */
public enum RunKind implements Keyed {
  /** Looks what would be refused. */
  CHECK,
  /** Writes what would be sent into files. */
  DRY_RUN,
  /** Sends. */
  SEND,
  /** Reads what the platform has and compares it. */
  READ_BACK;

  /** What the documents of graduates rest on: the one thing of the platform that cannot wait. */
  private static final List<PlatformType> OF_GRADUATES =
      List.of(
          PlatformType.GRADUATES,
          PlatformType.STUDENT_DIPLOMA_INFO,
          PlatformType.DIPLOMA_DUPLICATES,
          PlatformType.GENERAL_EXAMS_MARKS,
          PlatformType.DELETED_TRANSCRIPT);

  /**
   * Types once each in the order this kind takes them: as the platform needs them, but for a
   * comparison, which begins with what documents of graduates rest on (GOV-13).
   */
  public List<PlatformType> inOrder(Collection<PlatformType> types) {
    List<PlatformType> first = this == READ_BACK ? OF_GRADUATES : List.of();
    return Stream.concat(first.stream().filter(types::contains), types.stream().sorted())
        .distinct()
        .toList();
  }

  /** Whether it needs the platform. */
  public boolean isOnline() {
    return this == SEND || this == READ_BACK;
  }

  @Override
  public String key() {
    return "ministry.run." + name();
  }
}
