package kz.miras.registrar.transcript.twin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudyForm;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.twin.TwinContents.Attached;
import kz.miras.registrar.transcript.twin.TwinContents.Identifier;
import kz.miras.registrar.transcript.twin.TwinContents.Issuer;
import kz.miras.registrar.transcript.twin.TwinContents.Learner;
import kz.miras.registrar.transcript.twin.TwinContents.Paper;
import kz.miras.registrar.transcript.twin.TwinContents.Scheme;
import kz.miras.registrar.transcript.twin.TwinContents.Share;
import kz.miras.registrar.transcript.twin.TwinContents.Study;
import kz.miras.registrar.transcript.twin.TwinContents.Term;

/** Records of students who are hard to put into any form. */
final class SampleTwins {

  static final Learner PLAIN =
      new Learner(
          "KZ",
          List.of(
              new Identifier("nationalIdentifier", "050314600012"),
              new Identifier("studentNumber", "24-0001")),
          "Akhmetova",
          "Saule",
          LocalDate.of(2005, 3, 14),
          "FEMALE",
          LocalizedText.of("Ахметқызы Сәуле", "Ахметова Сәуле", "Akhmetova Saule"));

  private SampleTwins() {}

  static TwinContents of(Learner learner, Study... studies) {
    return new TwinContents(
        TwinContents.FORMAT,
        LocalDateTime.of(2026, 5, 1, 9, 30),
        new Paper(
            "TRANSCRIPT",
            LocalizedText.of("Транскрипт", "Транскрипт", "Transcript"),
            "TR-2026/00042",
            "7F3K-9QWM-2HXC-D4TR",
            "https://example.kz/verify?code=7F3K-9QWM-2HXC-D4TR"),
        learner,
        new Issuer(
            "KZ",
            List.of(new Identifier("local", "miras")),
            LocalizedText.of("«Мирас» университеті", "Университет «Мирас»", "Miras University"),
            "https://example.kz"),
        LocalDate.of(2026, 5, 1),
        List.of(studies),
        List.of(
            new Scheme("kz-letter", LocalizedText.of("Әріптік шкала", "Шкала", "Letter scale")),
            new Scheme("kz-gpa", LocalizedText.of("GPA 0–4", "GPA 0–4", "GPA 0–4"))),
        List.of());
  }

  static Study study(String programme, StudentStatus status, StudyRecord record) {
    return study(programme, status, record, null);
  }

  static Study study(
      String programme, StudentStatus status, StudyRecord record, TwinContents.Part part) {
    return TwinStudies.of(
        new TranscriptView.Holder(
            "24-0001",
            "Ахметова Сәуле",
            "Akhmetova Saule",
            "Ахметқызы Сәуле",
            LocalizedText.of("Ахметқызы", "Ахметова", "Akhmetova"),
            LocalDate.of(2005, 3, 14),
            Level.BACHELOR,
            programme,
            LocalizedText.of("Информатика", "Информатика", "Computer science"),
            StudyForm.FULL_TIME,
            "kk",
            Funding.GRANT,
            2024,
            2,
            status),
        new TranscriptView.Studied(
            programme, LocalizedText.of("Информатика", "Информатика", "Computer science")),
        record,
        new TwinStudies.Beside(
            30,
            List.of(
                new Term(
                    "2025/2026",
                    "AUTUMN",
                    LocalizedText.of("Күзгі семестр", "Осенний семестр", "Autumn term"),
                    LocalDate.of(2025, 9, 1),
                    LocalDate.of(2026, 1, 10))),
            Map.of(1L, List.of(new Share("A", 2), new Share("B+", 4))),
            part));
  }

  /** Lines of a term each; credits earned are those of lines that count and pass. */
  static StudyRecord record(StudyRecord.Line... lines) {
    return record(List.of(lines));
  }

  static StudyRecord record(List<StudyRecord.Line> lines) {
    int earned =
        lines.stream()
            .filter(it -> it.counts() && !it.additional() && !it.sign().matches("FX?|I|W|NP"))
            .mapToInt(StudyRecord.Line::credits)
            .sum();
    List<StudyRecord.TermPart> terms = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += 8) {
      List<StudyRecord.Line> part = lines.subList(from, Math.min(from + 8, lines.size()));
      terms.add(
          new StudyRecord.TermPart(
              2025 - from / 8 + "/" + (2026 - from / 8),
              "AUTUMN",
              List.copyOf(part),
              40,
              earned,
              null,
              BigDecimal.ZERO,
              0));
    }
    return new StudyRecord(
        terms,
        List.of(),
        earned,
        0,
        earned == 0 ? null : new BigDecimal("2.96"),
        new BigDecimal("88.67"),
        30,
        List.of());
  }

  static StudyRecord.Line line(long at, String sign, ResultKind kind, boolean counts) {
    boolean letter = sign.matches("[A-F].*") && !sign.equals("EX");
    return new StudyRecord.Line(
        at,
        "ZZ" + at,
        LocalizedText.of("Пән «Әдіс» №" + at, "Дисциплина & <b>№</b> " + at, "Discipline \"" + at),
        at % 3 == 0 ? null : Cycle.BASIC,
        at % 3 == 0 ? null : "UNIVERSITY",
        5,
        60,
        70,
        letter ? 70 : null,
        sign,
        letter ? new BigDecimal("2.33") : null,
        letter ? "curriculum.traditional.GOOD" : null,
        kind,
        1,
        LocalDate.of(2026, 1, 12),
        kind == ResultKind.RECOGNISED ? "Transcript of Records, Łódź, № 7 / 2025" : null,
        counts,
        counts ? "achievement.reason.ONLY_ATTEMPT" : "achievement.reason.CORRECTED",
        counts && letter,
        "achievement.gpa-part.COUNTED",
        kind == ResultKind.ADDITIONAL,
        kind == ResultKind.FINAL_ATTESTATION,
        false);
  }

  static Attached file() {
    byte[] bytes = new byte[1000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return new Attached(
        "Transcript of Records",
        LocalizedText.of("Транскрипт", "Транскрипт", "Transcript"),
        "application/pdf",
        bytes);
  }
}
