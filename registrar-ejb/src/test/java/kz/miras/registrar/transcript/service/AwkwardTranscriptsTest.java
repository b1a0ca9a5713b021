package kz.miras.registrar.transcript.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.TranscriptView;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Transcripts of awkward students say what was approved once, and stay on their paper. The pages
 * lie in {@code target/documents} as pictures, to be looked at; {@code -Dregistrar.approve=true}
 * approves what is printed now.
 */
class AwkwardTranscriptsTest {

  private static final Path APPROVED = Path.of("src/test/resources/approved/transcripts");
  private static final Path PICTURES = Path.of("target/documents");
  private static final List<Language> ALL = List.of(Language.KK, Language.RU, Language.EN);
  private static final float MARGIN = 20;

  private final DocumentFiles files = new DocumentFiles(new PdfRenderer());

  static Stream<String> names() {
    return AwkwardStudents.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  @DisplayName("the text of the file is the approved one, and nothing is printed beside the paper")
  void asApproved(String name) throws IOException {
    TranscriptView view = AwkwardStudents.all().get(name);
    byte[] pdf =
        files.print("transcript", ALL, TranscriptMaker.model(view, ALL), view.verificationUrl());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      picture(document, name);
      Inside stripper = new Inside();
      String text = stripper.getText(document).replace('\u00a0', ' ').replace("\r\n", "\n");
      assertThat(stripper.outside).as("words beside the paper").isEmpty();
      assertThat(text).doesNotContain("??");
      Path approved = APPROVED.resolve(name + ".txt");
      if (Boolean.getBoolean("registrar.approve")) {
        Files.createDirectories(APPROVED);
        Files.writeString(approved, text);
      }
      assertThat(text).isEqualTo(Files.readString(approved));
    }
  }

  private static void picture(PDDocument document, String name) throws IOException {
    Files.createDirectories(PICTURES);
    PDFRenderer renderer = new PDFRenderer(document);
    for (int page = 0; page < Math.min(2, document.getNumberOfPages()); page++) {
      BufferedImage image = renderer.renderImageWithDPI(page, 90);
      ImageIO.write(image, "png", PICTURES.resolve(name + "-" + (page + 1) + ".png").toFile());
    }
  }

  /** Reads the text, and what of it is not on the paper. */
  private static final class Inside extends PDFTextStripper {

    private final StringBuilder outside = new StringBuilder();

    @Override
    protected void processTextPosition(TextPosition text) {
      float right = text.getXDirAdj() + text.getWidthDirAdj();
      if (text.getXDirAdj() < MARGIN || right > text.getPageWidth() - MARGIN) {
        outside.append(text.getUnicode());
      }
      super.processTextPosition(text);
    }
  }
}
