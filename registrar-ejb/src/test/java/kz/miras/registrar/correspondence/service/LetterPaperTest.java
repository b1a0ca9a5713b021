package kz.miras.registrar.correspondence.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.service.DocumentFiles;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters on their letterhead; the pages lie in {@code target/documents}, to be looked at. */
class LetterPaperTest {

  private static final LocalDate DAY = LocalDate.of(2191, 3, 9);
  private static final String BODY = "Ұлттық университет «Өрлеу» қызметкерінің дипломын растайды.";

  private final DocumentFiles files = new DocumentFiles(new PdfRenderer());

  private static LetterPaper paper(String number) {
    return new LetterPaper(
        number,
        number == null ? null : DAY,
        "214/к",
        DAY.minusDays(5),
        "04-12/36",
        "ТОО «Завод приборов»",
        "160000, г. Шымкент, ул. Байтурсынова, 7",
        "О подтверждении диплома",
        List.of(BODY, BODY + " " + BODY + " " + BODY),
        2,
        LocalizedText.of(
            "Тіркеуші кеңсесінің директоры",
            "Директор офиса регистратора",
            "Director of the registrar’s office"),
        number == null ? null : "Ахметова С. М.",
        "Жұмабаева Ә. Қ.",
        LocalizedText.of("«Мирас» университеті", "Университет «Мирас»", "Miras University"),
        LocalizedText.of("Шымкент", "Шымкент", "Shymkent"),
        LocalizedText.of("Шымкент қ., Сапақ датқа к., 2", "г. Шымкент, ул. Сапак датка, 2", ""),
        "+7 7252 00 00 00 · office@example.kz");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("LTR-8 a letter has number, day, addressee, what it answers, words and signatory")
  void letter(Language language) throws IOException {
    String text = text(paper("04-12/37"), language, "letter-" + language.tag());
    assertThat(text)
        .contains("№ 04-12/37", "214/к", "Завод приборов", "О подтверждении диплома", BODY)
        .contains("Ахметова С. М.", "Жұмабаева Ә. Қ.")
        .doesNotContain("??");
    String office =
        switch (language) {
          case KK -> "Тіркеуші кеңсесі";
          case RU -> "Офис регистратора";
          case EN -> "Registrar’s office";
        };
    assertThat(text).contains(office);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("LTR-8 a draft says that it is one and bears no number")
  void draft(Language language) throws IOException {
    String text = text(paper(null), language, "letter-draft-" + language.tag());
    assertThat(text).doesNotContain("04-12/37").doesNotContain("null").doesNotContain("??");
    assertThat(text)
        .contains(
            switch (language) {
              case KK -> "жоба";
              case RU -> "проект";
              case EN -> "draft";
            });
  }

  private String text(LetterPaper paper, Language language, String name) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("l", paper);
    byte[] pdf = files.print("letter", List.of(language), model, null);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Path folder = Files.createDirectories(Path.of("target/documents"));
      ImageIO.write(
          new PDFRenderer(document).renderImageWithDPI(0, 90),
          "png",
          folder.resolve(name + ".png").toFile());
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
  }
}
