package kz.miras.registrar.inside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** All that stands in a workbook. */
final class WorkbookText {

  private WorkbookText() {}

  static String of(byte[] workbook) throws IOException {
    // sizes stand behind the entries: only the directory at the end tells them
    Path file = Files.createTempFile("workbook", ".xlsx");
    try {
      Files.write(file, workbook);
      StringBuilder text = new StringBuilder();
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return text.toString();
    } finally {
      Files.delete(file);
    }
  }
}
