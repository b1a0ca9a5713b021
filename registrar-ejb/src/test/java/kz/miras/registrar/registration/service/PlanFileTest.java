package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.AcademicRecord.Recognised;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.StudyForm;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanFileTest {

  private static final Instant DAY = Instant.parse("2026-08-20T06:00:00Z");

  private static PlanView.Line line(
      String term, String code, Cycle cycle, Component component, PlanLineStatus status) {
    return new PlanView.Line(
        1,
        term,
        code,
        LocalizedText.of("Пән " + code, "Дисциплина " + code, "Discipline " + code),
        5,
        5,
        ControlForm.EXAM,
        DisciplineKind.DISCIPLINE,
        cycle,
        component,
        null,
        code.startsWith("DIF") ? EnrolmentType.DIFFERENCE : EnrolmentType.MAIN,
        "ru",
        true,
        status,
        1,
        null,
        null,
        null,
        "L-1",
        null,
        null,
        null,
        null,
        null,
        null,
        "L-1 G-2",
        "Ахметова Динара",
        false,
        null,
        List.of());
  }

  private static PlanFile.Sheet sheet(String group) {
    PlanView plan =
        new PlanView(
            UUID.randomUUID(),
            2026,
            UUID.randomUUID(),
            "20260042",
            "Сериков Әділ",
            "Омаров Нұрлан",
            PlanStatus.REGISTERED,
            2,
            4,
            DAY,
            List.of(
                line("A", "MAT101", Cycle.BASIC, Component.UNIVERSITY, PlanLineStatus.REGISTERED),
                line("A", "DIF102", Cycle.PROFILE, Component.ELECTIVE, PlanLineStatus.REGISTERED),
                line("A", "DRA103", Cycle.PROFILE, Component.ELECTIVE, PlanLineStatus.CHOSEN),
                line("S", "PHY104", Cycle.BASIC, Component.ELECTIVE, PlanLineStatus.REGISTERED)),
            List.of());
    PlanDifference.Shape added =
        new PlanDifference.Shape(
            "A",
            "DIF102",
            LocalizedText.of("d", "d", "d"),
            5,
            EnrolmentType.DIFFERENCE,
            "ru",
            null,
            null);
    return new PlanFile.Sheet(
        plan,
        new PlanFile.Head(
            Level.BACHELOR,
            "6B06102",
            LocalizedText.of("Ақпараттық жүйелер", "Информационные системы", "Information systems"),
            "B057",
            group,
            2,
            StudyForm.FULL_TIME,
            "ru",
            Funding.GRANT),
        PlanFile.parts(plan),
        30,
        Map.of("PHY104", "MAT101, MAT099"),
        List.of(
            new Recognised(
                "HIS100",
                LocalizedText.of("Тарих", "История", "History"),
                Cycle.GENERAL,
                Component.COMPULSORY,
                5,
                "Протокол № 4")),
        List.of(
            new PlanShapes.Step(
                new PlanView.Event("CHANGED", "office", DAY, 2, "Приказ № 15", "[]"),
                List.of(new PlanDifference.Line(PlanDifference.Kind.ADDED, null, added)))));
  }

  private static String text(PlanFile.Sheet sheet, List<Language> languages) throws IOException {
    Map<String, Object> model =
        new HashMap<>(
            PlanModel.of(
                List.of(sheet),
                languages,
                LocalizedText.of("Университет К", "Университет", "University"),
                LocalDate.of(2026, 11, 29),
                ZoneId.of("Asia/Almaty")));
    byte[] pdf = new PdfRenderer().render("study-plan", languages.get(0), model);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  @DisplayName(
      "IUP-2 IUP-4 the paper has every field of a study plan: head, prerequisites, cycle and"
          + " component, totals by cycle, recognised results, changes with their basis")
  void everyField() throws IOException {
    String text = text(sheet("ИС-21"), List.of(Language.RU));

    assertThat(text).contains("6B06102 Информационные системы", "B057", "очная", "грант", "ИС-21");
    assertThat(text).contains("MAT101, MAT099", "разница", "Ахметова Динара");
    assertThat(text).contains("БД: 5, ПД: 5", "15 / 450, БД: 10, ПД: 5");
    assertThat(text).contains("HIS100 История ООД ОК 5", "Протокол № 4");
    assertThat(text).contains("+DIF102", "Приказ № 15", "29.11.2026");
  }

  @Test
  @DisplayName("IUP-1 what is only chosen is not on paper, and who has no group has none there")
  void noDraftsAndNoNull() throws IOException {
    String text = text(sheet(null), List.of(Language.values()));

    assertThat(text).contains("MAT101").doesNotContain("DRA103").doesNotContain("null");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("every word of the paper is there in each language")
  void inEachLanguage(Language language) throws IOException {
    assertThat(text(sheet("G"), List.of(language)))
        .doesNotContain("registration.")
        .doesNotContain("curriculum.")
        .doesNotContain("??");
  }
}
