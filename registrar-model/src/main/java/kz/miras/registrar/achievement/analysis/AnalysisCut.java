package kz.miras.registrar.achievement.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kz.miras.registrar.shared.Keyed;

/** What an analysis of progress is divided by (domain 3.11). */
public enum AnalysisCut implements Keyed {
  SCHOOL,
  PROGRAMME,
  LEVEL,
  COURSE,
  GROUP,
  DISCIPLINE,
  TEACHER,
  LANGUAGE,
  FORM,
  FUNDING;

  /** Whether all results of a student lie in the same part. */
  public boolean isOfStudent() {
    return this != DISCIPLINE && this != TEACHER && this != LANGUAGE;
  }

  /** The cut one looks at next inside a part. */
  public AnalysisCut narrower() {
    return switch (this) {
      case SCHOOL, LEVEL, FORM, FUNDING -> PROGRAMME;
      case PROGRAMME, COURSE -> GROUP;
      case GROUP, TEACHER, LANGUAGE -> DISCIPLINE;
      case DISCIPLINE -> TEACHER;
    };
  }

  /** Its name in addresses. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cut of a name in an address. */
  public static Optional<AnalysisCut> of(String parameter) {
    return Arrays.stream(values()).filter(cut -> cut.parameter().equals(parameter)).findFirst();
  }

  @Override
  public String key() {
    return "achievement.cut." + name();
  }
}
