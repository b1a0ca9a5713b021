package kz.miras.registrar.transcript.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.shared.LocalizedText;

/** Records of results made by hand, for documents that are looked at. */
final class AwkwardRecords {

  private AwkwardRecords() {}

  static StudyRecord record(StudyRecord.TermPart... terms) {
    int earned = List.of(terms).stream().mapToInt(StudyRecord.TermPart::earned).sum();
    return new StudyRecord(
        List.of(terms),
        List.of(),
        earned,
        0,
        terms.length == 0 ? null : new BigDecimal("3.12"),
        BigDecimal.ONE,
        earned,
        List.of());
  }

  static StudyRecord.TermPart term(String year, String type, StudyRecord.Line... lines) {
    int credits = List.of(lines).stream().mapToInt(StudyRecord.Line::credits).sum();
    return new StudyRecord.TermPart(
        year,
        type,
        List.of(lines),
        credits,
        credits,
        new BigDecimal("3.12"),
        BigDecimal.ONE,
        credits);
  }

  static StudyRecord.Line gone(StudyRecord.Line line) {
    return new StudyRecord.Line(
        line.position(),
        line.code(),
        line.name(),
        line.cycle(),
        line.component(),
        line.credits(),
        line.rating(),
        line.score(),
        line.percent(),
        line.sign(),
        line.digital(),
        line.traditional(),
        line.kind(),
        line.attemptNo(),
        line.date(),
        line.document(),
        false,
        "achievement.reason.CORRECTED",
        false,
        "achievement.gpa-part.NOT_COUNTED_ATTEMPT",
        false,
        false,
        false);
  }

  static StudyRecord.Line line(
      long position,
      String code,
      String name,
      int credits,
      String sign,
      String digital,
      Integer percent,
      ResultKind kind) {
    return new StudyRecord.Line(
        position,
        code,
        LocalizedText.of(name + " (қаз.)", name, name + " (eng.)"),
        Cycle.BASIC,
        "UNIVERSITY",
        credits,
        percent,
        percent,
        percent,
        sign,
        digital == null ? null : new BigDecimal(digital),
        digital == null ? null : "curriculum.traditional.GOOD",
        kind,
        1,
        LocalDate.of(2026, 1, 20),
        "В-1",
        true,
        "achievement.reason.ONLY_ATTEMPT",
        digital != null,
        "achievement.gpa-part.COUNTED",
        false,
        false,
        false);
  }
}
