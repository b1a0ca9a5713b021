package kz.miras.registrar.transcript.service.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.miras.registrar.transcript.service.DocumentStore;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/** All issued files of a batch in one: as they are, or their pages for the printer. */
@ApplicationScoped
class BatchFiles {

  @Inject private BatchRows rows;
  @Inject private DocumentStore documents;

  /** Each file byte for byte, under its number; one is held at a time. */
  void zip(long batch, OutputStream out) {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (UUID document : rows.issued(batch)) {
        String number = documents.byUuid(document).orElseThrow().number();
        zip.putNextEntry(new ZipEntry(number.replace('/', '-') + ".pdf"));
        zip.write(documents.file(document).orElseThrow());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pages of all, in the order of the batch; what is printed needs no signature of its own. */
  void print(long batch, OutputStream out) {
    PDFMergerUtility merger = new PDFMergerUtility();
    try (PDDocument all = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      for (UUID document : rows.issued(batch)) {
        try (PDDocument one = Loader.loadPDF(documents.file(document).orElseThrow())) {
          merger.appendDocument(all, one);
        }
      }
      all.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
