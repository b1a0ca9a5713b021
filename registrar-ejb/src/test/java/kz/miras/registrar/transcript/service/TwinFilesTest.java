package kz.miras.registrar.transcript.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.service.DocumentMaker.Twin;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TwinFilesTest {

  private static final Instant AT = Instant.parse("2026-05-01T05:00:00Z");

  @Test
  @DisplayName("DOC-63 the twins of a document come out of its file byte for byte")
  void byteForByte() throws IOException {
    byte[] any = new byte[70_000];
    new Random(7).nextBytes(any);
    List<Twin> twins =
        List.of(
            new Twin(
                "elmo.xml",
                "application/xml",
                "<elmo>Ә &amp; Ø</elmo>".getBytes(StandardCharsets.UTF_8),
                "ELMO 1.7"),
            new Twin("record.json", "application/json", any, "Құжат / запись"));
    byte[] plain = transcript(List.of());
    byte[] pdf = transcript(twins);
    assertThat(TwinFiles.within(pdf))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(twins);
    assertThat(TwinFiles.within(plain)).isEmpty();
    assertThat(text(pdf)).isEqualTo(text(plain));
  }

  @Test
  @DisplayName("DOC-63 with its twins a document keeps to PDF/A-3a and PDF/UA, and says so")
  void keepsToTheStandards() throws IOException {
    byte[] pdf =
        transcript(List.of(new Twin("elmo.xml", "application/xml", new byte[] {60}, "ELMO 1.7")));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String metadata =
          new String(
              document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(metadata)
          .containsPattern("pdfaid:part(>|=[\"'])3")
          .doesNotContainPattern("pdfaid:part(>|=[\"'])2");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      COSArray associated =
          (COSArray)
              document
                  .getDocumentCatalog()
                  .getCOSObject()
                  .getDictionaryObject(COSName.getPDFName("AF"));
      assertThat(associated).hasSize(1);
    }
    assertThat(Referee.against(pdf)).isEmpty();
    assertThat(Referee.against(transcript(List.of())))
        .as("says part 2, which is not judged as 3")
        .isNotEmpty();
  }

  private byte[] transcript(List<Twin> twins) {
    return TranscriptFileTest.printed(
            List.of(Language.KK, Language.RU, Language.EN),
            document -> TwinFiles.put(document, twins, AT))
        .pdf();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
