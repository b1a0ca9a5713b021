package kz.miras.registrar.attestation.service.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.amend.SheetFrame;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.rating.RatingPeriod;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.MissedWeek;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RatingFileTest {

  private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("a journal prints points by week, control, rating and absences of each student")
  void printsTheJournal(Language language) throws IOException {
    for (SheetStatus status : SheetStatus.values()) {
      String text = print(language, status);
      assertThat(text).contains("2025-1-0007", "Әбдіқадыр", "2300001", "IT101", "2025-1-0001");
      assertThat(text).contains("70 80.5 75.25 90 82.63 4 1").containsPattern("(№|No[.]) 12");
      assertThat(text).doesNotContain("??");
    }
  }

  private static String print(Language language, SheetStatus status) throws IOException {
    byte[] pdf =
        new PdfRenderer()
            .render(
                "rating",
                language,
                RatingFile.model(
                    journal(status),
                    new SheetFrame(
                        "IT101",
                        text("Алгоритмы"),
                        5,
                        ControlForm.EXAM,
                        "6B06101-25",
                        "T1",
                        null,
                        text("School"),
                        text("6B06101"),
                        "1",
                        "2025/2026",
                        "AUTUMN"),
                    text("«Мирас»"),
                    DAY));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }

  private static LocalizedText text(String word) {
    return LocalizedText.of(word, word, word);
  }

  private static RatingGrid journal(SheetStatus status) {
    return new RatingGrid(
        "7f1c2c1e-0000-4000-8000-000000000001",
        "2025-1-0007",
        status,
        new RatingPeriod(1, 1, 8, DAY, DAY.plusDays(60)),
        new RatingGrid.Head(
            "IT101", text("Алгоритмы"), 5, "2025-1", "6B06101-25", "Ахметов А.", null, null),
        new RatingGrid.Main("m", "2025-1-0001", SheetStatus.OPEN, Map.of()),
        List.of(1, 2),
        0,
        Set.of(),
        null,
        false,
        false,
        MissedWeek.ZERO,
        DAY,
        List.of(
            row(1, "Әбдіқадыр Қуаныш", Map.of(1, "70", 2, "80.5"), "90", "82.63", null),
            row(2, "Ким Анна", Map.of(), "", null, "12")),
        List.of());
  }

  private static RatingGrid.Row row(
      int position,
      String name,
      Map<Integer, String> weeks,
      String control,
      String rating,
      String disposition) {
    boolean rated = rating != null;
    return new RatingGrid.Row(
        position,
        position,
        "230000" + position,
        name,
        weeks,
        control,
        rated ? "4" : "",
        rated ? "1" : "",
        rated ? new BigDecimal("75.25") : null,
        rated ? new BigDecimal(rating) : null,
        Set.of(),
        disposition,
        false,
        !rated,
        1);
  }
}
