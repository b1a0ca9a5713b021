package kz.miras.registrar.correspondence.web;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.correspondence.LetterFileType;
import kz.miras.registrar.correspondence.service.ReceivedFile;

/** Files as a form brings them. */
final class Uploads {

  private Uploads() {}

  /** The files of a form; a file that is too large comes with one byte more than is kept. */
  static List<ReceivedFile> of(List<Part> parts) {
    List<ReceivedFile> files = new ArrayList<>();
    if (parts != null) {
      for (Part part : parts) {
        if (part != null && part.getSize() > 0) {
          files.add(new ReceivedFile(part.getSubmittedFileName(), content(part)));
        }
      }
    }
    return files;
  }

  private static byte[] content(Part part) {
    try (InputStream in = part.getInputStream()) {
      return in.readNBytes(LetterFileType.LIMIT + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
