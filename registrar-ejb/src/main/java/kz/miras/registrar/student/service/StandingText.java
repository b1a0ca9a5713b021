package kz.miras.registrar.student.service;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.student.Standing;
import kz.miras.registrar.student.StudentStatusChange;

/**
 * What differs between two standings, worded later in the reader's language: names of constants,
 * numbers and codes.
 *
 * @param before parts as they were; empty where it is not known
 * @param after the same parts as they became
 */
record StandingText(List<Serializable> before, List<Serializable> after) {

  static final StandingText NONE = new StandingText(List.of(), List.of());

  /** The steps of one order, from what was before the first to what was after the last. */
  static StandingText of(List<StudentStatusChange> steps) {
    Standing from = steps.get(0).getBefore();
    Standing to = steps.get(steps.size() - 1).getAfter();
    if (from == null || from.getCurriculum() == null) {
      return new StandingText(
          from == null || from.getStatus() == null || from.getStatus() == to.getStatus()
              ? List.of()
              : List.of(from.getStatus()),
          to.getCourseYear() == null
              ? List.of(to.getStatus())
              : List.of(to.getStatus(), to.getCourseYear()));
    }
    List<Serializable> before = new ArrayList<>();
    List<Serializable> after = new ArrayList<>();
    Serializable[] was = parts(from);
    Serializable[] is = parts(to);
    for (int i = 0; i < was.length; i++) {
      if (!Objects.equals(was[i], is[i])) {
        before.add(was[i] == null ? "—" : was[i]);
        after.add(is[i] == null ? "—" : is[i]);
      }
    }
    return new StandingText(before, after);
  }

  /** All that is known of a standing. */
  static List<Serializable> all(Standing standing) {
    List<Serializable> known = new ArrayList<>();
    if (standing.getCurriculum() == null) {
      known.add(standing.getStatus());
      if (standing.getCourseYear() != null) {
        known.add(standing.getCourseYear());
      }
      return known;
    }
    for (Serializable part : parts(standing)) {
      // that somebody studies here is not worth a word
      if (part != null && !Boolean.FALSE.equals(part)) {
        known.add(part);
      }
    }
    return known;
  }

  private static Serializable[] parts(Standing standing) {
    return new Serializable[] {
      standing.getStatus(),
      standing.getCourseYear(),
      standing.getCurriculum().getProgramme().getCode()
          + " "
          + standing.getCurriculum().getAdmissionYear(),
      standing.getGroup() == null ? null : standing.getGroup().getCode(),
      standing.getForm(),
      standing.getLanguage(),
      standing.getFunding(),
      standing.isOnMobility()
    };
  }
}
