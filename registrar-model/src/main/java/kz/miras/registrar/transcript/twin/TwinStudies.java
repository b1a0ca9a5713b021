package kz.miras.registrar.transcript.twin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.twin.TwinContents.Course;
import kz.miras.registrar.transcript.twin.TwinContents.Mark;
import kz.miras.registrar.transcript.twin.TwinContents.Outcome;
import kz.miras.registrar.transcript.twin.TwinContents.Share;
import kz.miras.registrar.transcript.twin.TwinContents.Study;
import kz.miras.registrar.transcript.twin.TwinContents.Term;

/** DOC-60. The study a transcript prints, as its twin says it. */
public final class TwinStudies {

  private TwinStudies() {}

  /**
   * What the record lacks and the twin has.
   *
   * @param hoursPerCredit hours of 60 minutes in a credit
   * @param terms names and days of the terms; those of the record stay without days where they are
   *     not among them
   * @param distributions positive results of the group of reference by position of the line
   * @param part what part of the study the document is of; null for the whole
   */
  public record Beside(
      int hoursPerCredit,
      Collection<Term> terms,
      Map<Long, List<Share>> distributions,
      TwinContents.Part part) {}

  /**
   * The study of the holder.
   *
   * @param programme whose study it is: of a transcript of one programme that one
   */
  public static Study of(
      TranscriptView.Holder holder,
      TranscriptView.Studied programme,
      StudyRecord record,
      Beside beside) {
    List<Course> courses = new ArrayList<>();
    for (StudyRecord.TermPart part : record.terms()) {
      Term term = term(part, beside.terms());
      for (StudyRecord.Line line : part.lines()) {
        courses.add(course(line, term, beside));
      }
    }
    return new Study(
        programme.code(),
        programme.name(),
        holder.level().nqfLevel(),
        holder.studyLanguage(),
        holder.admissionYear(),
        holder.status().name(),
        record.earned(),
        record.earnedAdditional(),
        record.gpa(),
        record.gpaPoints(),
        record.gpaCredits(),
        courses,
        null,
        beside.part());
  }

  private static Term term(StudyRecord.TermPart part, Collection<Term> known) {
    return known.stream()
        .filter(it -> it.year().equals(part.year()) && it.type().equals(part.type()))
        .findFirst()
        .orElseGet(
            () ->
                new Term(
                    part.year(),
                    part.type(),
                    LocalizedText.of(part.year(), part.year(), part.year()),
                    null,
                    null));
  }

  private static Course course(StudyRecord.Line line, Term term, Beside beside) {
    return new Course(
        line.code(),
        line.name(),
        term,
        line.credits(),
        line.credits() * beside.hoursPerCredit(),
        line.cycle() == null ? null : line.cycle().name(),
        line.component(),
        mark(line),
        line.kind().name(),
        line.attemptNo(),
        line.date(),
        line.counts(),
        last(line.reason()),
        line.inGpa(),
        line.additional(),
        line.finalAttestation(),
        line.document(),
        beside.distributions().getOrDefault(line.position(), List.of()));
  }

  private static Mark mark(StudyRecord.Line line) {
    return new Mark(
        line.sign(), line.percent(), line.digital(), last(line.traditional()), outcome(line));
  }

  private static Outcome outcome(StudyRecord.Line line) {
    for (Letter letter : Letter.values()) {
      if (letter.sign().equals(line.sign())) {
        return letter.passes() ? Outcome.PASSED : Outcome.FAILED;
      }
    }
    for (kz.miras.registrar.curriculum.Mark mark : kz.miras.registrar.curriculum.Mark.values()) {
      if (mark.name().equals(line.sign())) {
        return outcome(mark);
      }
    }
    return Outcome.NONE;
  }

  private static Outcome outcome(kz.miras.registrar.curriculum.Mark mark) {
    return switch (mark) {
      case P, TR -> Outcome.PASSED;
      case NP, NA, AB -> Outcome.FAILED;
      case I -> Outcome.IN_PROGRESS;
      default -> Outcome.NONE;
    };
  }

  /** The name at the end of a message key. */
  private static String last(String key) {
    return key == null ? null : key.substring(key.lastIndexOf('.') + 1);
  }
}
