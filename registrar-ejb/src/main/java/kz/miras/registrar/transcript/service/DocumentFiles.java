package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.service.edition.UniversityImages;

/** The files of documents: one template, one or several languages in a file. */
@ApplicationScoped
public class DocumentFiles {

  @Inject private PdfRenderer renderer;
  @Inject private UniversityImages images;
  @Inject private UniversityTime time;

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

  /**
   * A document in these languages, one after another, as one file with its pages counted.
   *
   * @param url behind the QR code; null for none
   */
  public byte[] print(
      String template, List<Language> languages, Map<String, Object> model, String url) {
    return printed(template, languages, model, url).pdf();
  }

  /** DOC-30. The same with additions, and with the version of the template it is printed by. */
  public PdfRenderer.Printed printed(
      String template,
      List<Language> languages,
      Map<String, Object> model,
      String url,
      PdfRenderer.Addition... additions) {
    return renderer.printed(template, languages.get(0), whole(model, url), additions);
  }

  /** The page a document is printed from, filled in. */
  public String page(String template, Language language, Map<String, Object> model, String url) {
    return renderer.fill(template, language, whole(model, url));
  }

  private Map<String, Object> whole(Map<String, Object> model, String url) {
    Map<String, Object> whole = new HashMap<>(model);
    whole.put("qr", url == null ? null : PdfRenderer.qr(url));
    whole.put("crest", crest());
    return whole;
  }

  /** The crest of the day; null where the university keeps none. */
  private String crest() {
    String crest = images == null ? "" : images.address(UniversityImages.CREST, time.today());
    return crest.isEmpty() ? null : crest;
  }

  /** The pages of each language, with the holder as it writes one. */
  public static List<Part> parts(List<Language> languages, Function<Language, String> name) {
    return languages.stream()
        .map(language -> new Part(PdfRenderer.words(language), name.apply(language)))
        .toList();
  }
}
