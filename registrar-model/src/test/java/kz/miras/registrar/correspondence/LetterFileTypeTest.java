package kz.miras.registrar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LetterFileTypeTest {

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static List<String> codes(String name, byte[] content) {
    return LetterFileType.judge(name, content).refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("LTR-4 PDF, DOCX and images are kept, by what they are and not by their name")
  void kept() throws IOException {
    assertThat(LetterFileType.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
        .contains("application/pdf");
    assertThat(LetterFileType.of(zip("[Content_Types].xml", "word/document.xml")).orElseThrow())
        .endsWith("wordprocessingml.document");
    assertThat(codes("harmless.pdf", "MZ program".getBytes(StandardCharsets.US_ASCII)))
        .containsExactly("correspondence.file.type");
    assertThat(codes("page.docx", zip("[Content_Types].xml", "xl/workbook.xml")))
        .containsExactly("correspondence.file.type");
  }

  @Test
  @DisplayName(
      "LTR-4 a document with programs, a path that leads out, a broken or huge file is not")
  void hostile() throws IOException {
    assertThat(
            codes(
                "macro.docx",
                zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
        .containsExactly("correspondence.file.type");
    assertThat(codes("out.docx", zip("[Content_Types].xml", "word/document.xml", "../../x")))
        .containsExactly("correspondence.file.type");
    byte[] broken = zip("[Content_Types].xml", "word/document.xml");
    broken[30] = 9;
    broken[31] = 9;
    assertThat(codes("empty.pdf", new byte[0])).containsExactly("correspondence.file.empty");
    byte[] huge = new byte[LetterFileType.LIMIT + 1];
    System.arraycopy("%PDF-".getBytes(StandardCharsets.US_ASCII), 0, huge, 0, 5);
    assertThat(codes("huge.pdf", huge)).containsExactly("correspondence.file.large");
    assertThat(codes("cut.docx", Arrays.copyOf(broken, 40)))
        .containsExactly("correspondence.file.type");
  }

  @Test
  @DisplayName("LTR-4 a program brings workbooks, XML and plain text too, and no programs")
  void brought() throws IOException {
    assertThat(LetterFileType.brought(zip("[Content_Types].xml", "xl/workbook.xml")).orElseThrow())
        .endsWith("spreadsheetml.sheet");
    assertThat(LetterFileType.brought("<?xml version='1.0'?><a/>".getBytes(StandardCharsets.UTF_8)))
        .contains("application/xml");
    assertThat(LetterFileType.brought("Құрметті\r\n".getBytes(StandardCharsets.UTF_8)))
        .contains("text/plain");
    assertThat(LetterFileType.brought("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
        .contains("application/pdf");
    for (byte[] wrong :
        List.of(
            "MZ program".getBytes(StandardCharsets.US_ASCII),
            new byte[] {'a', 0, 'b'},
            zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"))) {
      assertThat(LetterFileType.judgeBrought("letter.txt", wrong).refusals())
          .extracting(Refusal::code)
          .containsExactly("correspondence.file.type");
    }
  }

  @Test
  @DisplayName("LTR-4 a document that unpacks without end is measured and refused")
  void bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] zeros = new byte[1024 * 1024];
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      for (int i = 0; i < 210; i++) {
        zip.write(zeros);
      }
    }
    assertThat(out.size()).isLessThan(LetterFileType.LIMIT);
    assertThat(codes("bomb.docx", out.toByteArray())).containsExactly("correspondence.file.type");
  }
}
