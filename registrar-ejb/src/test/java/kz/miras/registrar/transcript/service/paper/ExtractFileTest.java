package kz.miras.registrar.transcript.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.service.certificate.Signs;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExtractFileTest {

  private static final LocalDate DAY = LocalDate.of(2206, 2, 1);

  private static ExtractView.Entry entry(
      long position, String sign, Long corrects, Long correctedBy, String reason) {
    return new ExtractView.Entry(
        position,
        DAY.plusDays(position),
        "2205/2206",
        "calendar.term.AUTUMN",
        "ZZA" + position,
        LocalizedText.of("Қазақ тілі " + position, "Казахский язык", "Kazakh"),
        5,
        "achievement.kind.MAIN",
        "F".equals(sign) ? 12 : 91,
        sign,
        new BigDecimal("3.67"),
        "ведомость № 14",
        corrects,
        correctedBy,
        reason);
  }

  @Test
  @DisplayName("DOC-35 an extract prints every entry, corrected ones and what corrected them too")
  void everyEntry() throws IOException {
    List<ExtractView.Entry> entries = new ArrayList<>();
    entries.add(entry(1, "F", null, 2L, null));
    entries.add(entry(2, "A-", 1L, null, "ошибка ввода"));
    for (long i = 3; i <= 40; i++) {
      entries.add(entry(i, "A-", null, null, null));
    }
    ExtractView view =
        new ExtractView(
            "HISTORY_EXTRACT",
            "EX-2206/00001",
            DAY,
            "CODE",
            "https://registrar.example.kz/verify/CODE",
            LocalizedText.of("«Мирас» университеті", "Университет «Мирас»", "Miras University"),
            LocalizedText.of("Шымкент", "Шымкент", "Shymkent"),
            "S-1",
            Map.of("kk", "Әбдіқадырова Гүлжаһан", "ru", "Абдикадырова Гульжахан"),
            "6B06101",
            LocalizedText.of("Ақпараттық жүйелер", "Информационные системы", "IS"),
            entries,
            List.of(
                new Signs.Sign(
                    1,
                    LocalizedText.of("Директор", "Директор", "Director"),
                    LocalizedText.of("Ә. Қ. Жұмағұлов", "А. К. Жумагулов", ""))));
    Map<String, Object> model =
        new HashMap<>(ExtractMaker.model(view, List.of(Language.KK, Language.RU)));
    model.put("qr", PdfRenderer.qr(view.verificationUrl()));
    byte[] pdf = new PdfRenderer().render("extract", Language.KK, model);
    Files.write(Path.of(System.getProperty("basedir", "."), "target", "extract.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text)
          .contains("ҮЗІНДІ", "ВЫПИСКА", "EX-2206/00001", "ZZA40", "Қазақ тілі 1")
          .contains("исправлена записью № 2", "исправляет запись № 1 ошибка ввода")
          .doesNotContain("??");
      assertThat(document.getNumberOfPages()).isGreaterThan(3);
    }
  }
}
