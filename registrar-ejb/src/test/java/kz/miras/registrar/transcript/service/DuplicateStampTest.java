package kz.miras.registrar.transcript.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.TranscriptView;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DuplicateStampTest {

  private static final DocumentFiles FILES = new DocumentFiles(new PdfRenderer());
  private static final List<Language> BOTH = List.of(Language.KK, Language.RU);

  private static String firstPage(Object stamp) throws IOException {
    TranscriptView view = AwkwardStudents.all().values().iterator().next();
    Map<String, Object> model = new HashMap<>(TranscriptMaker.model(view, BOTH));
    if (stamp != null) {
      model.put(PdfRenderer.DUPLICATE, stamp);
    }
    try (PDDocument read = Loader.loadPDF(FILES.print("transcript", BOTH, model, null))) {
      PDFTextStripper first = new PDFTextStripper();
      first.setEndPage(1);
      first.setSortByPosition(true);
      return first.getText(read);
    }
  }

  @Test
  @DisplayName(
      "DOC-54 a duplicate says above its first page that it is one, and of which document, in its"
          + " languages; no template says it, and none can leave it out")
  void stamped() throws IOException {
    String text = firstPage(new DuplicateStamp("TR-2206/00042", BOTH));
    assertThat(text).contains("ТЕЛНҰСҚА. № TR-2206/00042", "ДУБЛИКАТ. Выдан взамен");
    assertThat(text.strip()).as("above all").startsWith("ТЕЛНҰСҚА");
    assertThat(firstPage(null)).doesNotContain("ДУБЛИКАТ");
  }
}
