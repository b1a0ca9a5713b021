package kz.miras.registrar.registration.service.elective;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.elective.CatalogueStatus;
import kz.miras.registrar.registration.service.elective.CatalogueView.Block;
import kz.miras.registrar.registration.service.elective.CatalogueView.Entry;
import kz.miras.registrar.registration.service.elective.CatalogueView.Other;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.PdfRenderer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElectiveFileTest {

  private static LocalizedText text(String word) {
    return LocalizedText.of(word + " қаз", word + " рус", word + " eng");
  }

  private static CatalogueView view(CatalogueStatus status) {
    Entry art =
        new Entry(
            "ART2201",
            text("Өнер"),
            5,
            ControlForm.EXAM,
            text("Кафедра"),
            List.of("kk", "ru"),
            text("Сипаттама"),
            List.of(new Other("HIS1101", text("Тарих"))),
            List.of(new Other("ART3301", text("Кескіндеме"))),
            List.of("Әбдіқадырова Г."),
            null);
    Entry bare =
        new Entry(
            "LAW2202",
            text("Құқық"),
            5,
            ControlForm.CREDIT,
            text("Кафедра"),
            List.of("ru"),
            null,
            List.of(),
            List.of(),
            List.of(),
            "УМС № 4");
    return new CatalogueView(
        "7f1c2c1e-0000-4000-8000-000000000001",
        "6B02101",
        text("Дизайн"),
        Level.BACHELOR,
        2025,
        2026,
        2,
        1,
        status,
        "specialist",
        status.isDraft() ? null : "УМС № 8",
        null,
        null,
        null,
        List.of(new Block("КВ-3", 3, 5, List.of(art, bare)), new Block("КВ-4", 4, 0, List.of())),
        Verdict.allowed(),
        List.of());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("a catalogue is printed in each language with all a student chooses by")
  void printsInEachLanguage(Language language) throws IOException {
    for (CatalogueStatus status : CatalogueStatus.values()) {
      byte[] pdf =
          new PdfRenderer()
              .render(
                  "electives",
                  language,
                  ElectiveFile.model(view(status), text("«Мирас»"), LocalDate.of(2026, 5, 4)));
      try (PDDocument document = Loader.loadPDF(pdf)) {
        String printed = new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        assertThat(printed)
            .contains("2026/2027", "6B02101", "ART2201", "Әбдіқадырова", "HIS1101", "ART3301")
            .contains(text("Сипаттама").in(language), text("Өнер").in(language))
            .doesNotContain("??", "2,026", "2 026");
        assertThat(printed.contains("УМС № 8")).isEqualTo(status != CatalogueStatus.DRAFT);
      }
    }
  }
}
