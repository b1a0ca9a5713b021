package kz.miras.registrar.office.service.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A page that stands for the scan of an order. */
final class DemoScan {

  private static final float MARGIN = 72;
  private static final float LEADING = 20;

  private DemoScan() {}

  /** An order. */
  static byte[] of(String number, LocalDate signed, String title, int students) {
    return page(
        "Университет «Мирас»",
        "ПРИКАЗ № " + number + " от " + signed,
        "",
        title,
        "",
        "Обучающихся в списке: " + students,
        "",
        "Ректор (подпись)",
        "Демонстрационные данные");
  }

  /** A page of lines. */
  static byte[] page(String... lines) {
    try (PDDocument document = new PDDocument();
        InputStream file = DemoScan.class.getResourceAsStream("/fonts/PTF55F.ttf");
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDType0Font font = PDType0Font.load(document, file);
      try (PDPageContentStream text = new PDPageContentStream(document, page)) {
        text.beginText();
        text.setFont(font, 13);
        text.setLeading(LEADING);
        text.newLineAtOffset(MARGIN, page.getMediaBox().getHeight() - 2 * MARGIN);
        for (String line : lines) {
          text.showText(line);
          text.newLine();
        }
        text.endText();
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
