package kz.miras.registrar.transcript;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.SheetKind;

/** DOC-70. What a document is about where it is about no single student. */
public enum SubjectKind {
  /** The sheet of a first sitting. */
  EXAM_SHEET,
  /** The sheet of a sitting that repeats or continues another: FX, retake, individual sitting. */
  RETAKE_SHEET,
  /** The journal of ratings of a period. */
  RATING_SHEET,
  /** The results of a group in a term. */
  GROUP_SHEET,
  /** An appeal with the protocol of its hearing. */
  APPEAL,
  /** Credits from elsewhere, recognised or not. */
  RECOGNITION,
  /** The protocol of a student before an attestation commission. */
  DEFENCE,
  /** A meeting of an attestation commission with what it decided on each student. */
  MEETING,
  /** An attestation commission with the figures its chair reports. */
  COMMISSION;

  /** What a sheet of a kind is as the subject of a document. */
  public static SubjectKind of(SheetKind kind) {
    return switch (kind) {
      case RATING -> RATING_SHEET;
      case FX, RETAKE, INDIVIDUAL, APPEAL, DIFFERENCE -> RETAKE_SHEET;
      case MAIN, SUMMER, GOS_HISTORY, PRACTICE, COURSEWORK, FINAL -> EXAM_SHEET;
    };
  }

  /** Whether all of a term may be issued at once (DOC-50). */
  public boolean isOfTerm() {
    return this == GROUP_SHEET || !sheets().isEmpty();
  }

  /** The kinds of sheets that are this subject; none where it is no sheet. */
  public Set<SheetKind> sheets() {
    return Arrays.stream(SheetKind.values())
        .filter(kind -> of(kind) == this)
        .collect(Collectors.toSet());
  }

  /** Message key of the name. */
  public String key() {
    return "transcript.subject." + name();
  }
}
