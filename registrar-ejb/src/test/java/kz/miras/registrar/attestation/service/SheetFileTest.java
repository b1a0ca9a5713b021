package kz.miras.registrar.attestation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.OutcomeReason;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.amend.SheetFrame;
import kz.miras.registrar.attestation.amend.SheetHistory;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.PdfRenderer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetFileTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, DAY);

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("a sheet prints each part's letter and points, its counts and its rates")
  void printsWhatTheFormAsksFor(Language language) throws IOException {
    String text = print(language, grid(EntryForm.RATING_AND_EXAM, SheetStatus.CLOSED));
    assertThat(text).contains("2025-1-0001", "Әбдіқадыр", "2300001", "2025/2026", "6B06101");
    // 82 is B of 3.00, 90 is A- of 3.67, 85 is B+ of 3.33
    assertThat(text).contains("82 B 3.00 90 A- 3.67 85 B+ 3.33");
    assertThat(text).contains("50.00 %", "NA", "12.01.2026".substring(0, 2));
    assertThat(text).doesNotContain("??");
  }

  @ParameterizedTest
  @EnumSource(EntryForm.class)
  @DisplayName("every form of a sheet can be printed, a corrected one says so")
  void everyForm(EntryForm form) throws IOException {
    for (SheetStatus status : SheetStatus.values()) {
      String text = print(Language.RU, grid(form, status));
      assertThat(text.contains("исправлялись")).isEqualTo(status == SheetStatus.AMENDED);
      assertThat(text).doesNotContain("??");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName(
      "SHT-17 a posted sheet prints its code, its checksum and what each version changed on which"
          + " document")
  void printsWhatProvesIt(Language language) throws IOException {
    SheetGrid grid = grid(EntryForm.RATING_AND_EXAM, SheetStatus.AMENDED);
    String sum = Checksum.shown(Checksum.sha256(new byte[] {1}));
    BasisDocument protocol =
        new BasisDocument(BasisDocument.Type.PROTOCOL, "АП-7", DAY.plusDays(3), "appeal");
    SheetHistory.Change change =
        new SheetHistory.Change("2300002", "Ким Анна", "F 0 %", "C- 60 %", protocol);
    List<SheetHistory.Version> versions =
        List.of(version(1, sum, List.of()), version(2, sum, List.of(change)));
    String current = print(language, grid, stamp(2, 2, sum), versions);
    assertThat(current)
        .contains("7F3K-9QWM-2HXC-D4TR", sum.substring(0, 35), "example.kz/verify")
        .contains(
            "C- 60 % (" + Messages.text(language, "attestation.paper.was", "F 0 %") + ")", "АП-7")
        .doesNotContain("??");
    String first = print(language, grid, stamp(1, 2, sum), versions.subList(0, 1));
    assertThat(first).doesNotContain("АП-7").doesNotContain("??");
    assertThat(first)
        .contains(Messages.text(language, "attestation.paper.superseded", 2).substring(0, 30));
  }

  private static SheetHistory.Version version(
      int no, String sum, List<SheetHistory.Change> changes) {
    return new SheetHistory.Version(
        no, "7F3K-9QWM-2HXC-D4TR", sum, "clerk", Instant.EPOCH, DAY, changes, List.of());
  }

  private static SheetFile.Stamp stamp(int version, int current, String sum) {
    return new SheetFile.Stamp(
        version,
        current,
        "7F3K-9QWM-2HXC-D4TR",
        sum,
        "https://example.kz/verify/7F3K-9QWM-2HXC-D4TR");
  }

  private static String print(Language language, SheetGrid grid) throws IOException {
    return print(language, grid, null, List.of());
  }

  private static String print(
      Language language, SheetGrid grid, SheetFile.Stamp stamp, List<SheetHistory.Version> versions)
      throws IOException {
    GradeCount count =
        GradeCount.of(
            List.of(Grade.of(85, GradeScale.V2), Grade.failed(Mark.NA)), GradeScale.V2, RULES);
    Map<String, Object> model =
        SheetFile.model(
            grid,
            count,
            new SheetFrame(
                "IT101",
                text("Algorithms"),
                5,
                ControlForm.EXAM,
                "IS-24",
                "T1",
                "T2",
                text("School"),
                text("6B06101 Информатика; 6B06102 Python"),
                "1, 2",
                "2025/2026",
                "AUTUMN"),
            text("«Мирас»"),
            DAY);
    if (stamp != null) {
      SheetFile.stamp(model, stamp, versions);
    }
    byte[] pdf = new PdfRenderer().render("sheet", language, model);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }

  private static LocalizedText text(String word) {
    return LocalizedText.of(word, word, word);
  }

  private static SheetGrid grid(EntryForm form, SheetStatus status) {
    return new SheetGrid(
        "7f1c2c1e-0000-4000-8000-000000000001",
        "2025-1-0001",
        SheetKind.MAIN,
        status,
        form,
        "IT101",
        text("Алгоритмы"),
        5,
        "2025-1",
        "6B06101-25",
        "Ахметов А.",
        "Ким В.",
        DAY,
        new SheetGrid.Sitting(null, null, null, null, null, null, null, null, null),
        new SheetGrid.Clock(null, null, null, null, false, null, 0, null, null, null),
        Set.of(),
        Set.of(),
        List.of(
            row(1, "Әбдіқадыр Қуаныш", 82, 90, null, 85, "B+", "3.33", OutcomeReason.PASSED),
            row(2, "Ким Анна", 43, null, "NA", 0, "F", "0.00", OutcomeReason.NOT_ADMITTED)));
  }

  private static SheetGrid.Row row(
      int position,
      String name,
      int rating,
      Integer score,
      String mark,
      int percent,
      String sign,
      String digital,
      OutcomeReason reason) {
    return new SheetGrid.Row(
        position,
        position,
        "230000" + position,
        name,
        BigDecimal.valueOf(rating),
        BigDecimal.valueOf(rating),
        score,
        mark,
        rating,
        percent,
        sign,
        new BigDecimal(digital),
        "curriculum.traditional.GOOD",
        reason.key(),
        null,
        false,
        false,
        null,
        1);
  }
}
