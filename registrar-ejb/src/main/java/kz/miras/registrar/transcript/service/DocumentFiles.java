package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.TranscriptView;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The files of documents: one template, one or several languages in a file. */
@ApplicationScoped
public class DocumentFiles {

  @Inject private PdfRenderer renderer;

  protected DocumentFiles() {}

  /** With a renderer of its own, outside a container. */
  public DocumentFiles(PdfRenderer renderer) {
    this.renderer = renderer;
  }

  /** A transcript in these languages, one after another. */
  public byte[] transcript(TranscriptView view, List<Language> languages) {
    List<byte[]> parts = new ArrayList<>();
    for (Language language : languages) {
      Map<String, Object> model = new HashMap<>();
      model.put("t", view);
      model.put(
          "name", language == Language.EN ? view.holder().latinName() : view.holder().fullName());
      model.put(
          "qr", view.verificationUrl() == null ? null : PdfRenderer.qr(view.verificationUrl()));
      parts.add(renderer.render("transcript", language, model));
    }
    return parts.size() == 1 ? parts.get(0) : merged(parts);
  }

  private static byte[] merged(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument whole = new PDDocument()) {
      PDFMergerUtility merger = new PDFMergerUtility();
      List<PDDocument> open = new ArrayList<>();
      for (byte[] part : parts) {
        PDDocument document = Loader.loadPDF(part);
        open.add(document);
        merger.appendDocument(whole, document);
      }
      whole.save(out);
      for (PDDocument document : open) {
        document.close();
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of pages of a file. */
  public static int pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
