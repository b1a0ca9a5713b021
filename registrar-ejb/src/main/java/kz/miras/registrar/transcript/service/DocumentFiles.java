package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.TranscriptView;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The files of documents: one template, one or several languages in a file. */
@ApplicationScoped
public class DocumentFiles {

  private static final String TRANSCRIPT = "transcript";

  @Inject private PdfRenderer renderer;

  protected DocumentFiles() {}

  /** With a renderer of its own, outside a container. */
  public DocumentFiles(PdfRenderer renderer) {
    this.renderer = renderer;
  }

  /**
   * The pages of one language.
   *
   * @param words its words
   * @param name the holder as this language writes it
   */
  public record Part(PdfRenderer.Words words, String name) {}

  /** A transcript in these languages, one after another, as one file with its pages counted. */
  public byte[] transcript(TranscriptView view, List<Language> languages) {
    return renderer.render(TRANSCRIPT, languages.get(0), model(view, languages));
  }

  /** The page a transcript is printed from, filled in. */
  public String transcriptPage(TranscriptView view, Language language) {
    return renderer.fill(TRANSCRIPT, language, model(view, List.of(language)));
  }

  private static Map<String, Object> model(TranscriptView view, List<Language> languages) {
    Map<String, Object> model = new HashMap<>();
    model.put("t", view);
    model.put(
        "parts",
        languages.stream()
            .map(language -> new Part(PdfRenderer.words(language), view.holder().nameIn(language)))
            .toList());
    model.put("qr", view.verificationUrl() == null ? null : PdfRenderer.qr(view.verificationUrl()));
    return model;
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
