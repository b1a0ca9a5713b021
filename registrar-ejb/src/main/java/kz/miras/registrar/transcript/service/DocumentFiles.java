package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.TriedTemplate;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.edition.UniversityDetails;
import kz.miras.registrar.transcript.service.edition.UniversityImages;

/** The files of documents: one template, one or several languages in a file. */
@ApplicationScoped
public class DocumentFiles {

  /** What the code of a sample leads to: a name that no network has (RFC 2606). */
  private static final String SAMPLE = "https://sample.invalid/verify";

  /** The crest, and the signs of the agencies. */
  private static final List<String> LETTERHEAD =
      Stream.concat(
              Stream.of(UniversityImages.CREST),
              UniversityDetails.AGENCIES.stream().map(agency -> UniversityDetails.IMAGE + agency))
          .toList();

  @Inject private PdfRenderer renderer;
  @Inject private UniversityImages images;
  @Inject private Settings settings;
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
   * @param family the family name alone; null where only the whole name is known, as the rest of it
   * @param given what follows the family name
   */
  public record Part(PdfRenderer.Words words, String name, String family, String given) {}

  /**
   * A picture of the letterhead.
   *
   * @param src the image itself
   * @param name what it shows, read aloud in its place
   */
  public record Picture(String src, LocalizedText name) {}

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
    String link = url == null && TriedTemplate.showsSample() ? SAMPLE : url;
    whole.put(PdfRenderer.CODE, link == null ? null : PdfRenderer.qr(link));
    if (images != null) {
      LocalDate today = time.today();
      Map<String, String> shown = images.addresses(LETTERHEAD, today);
      whole.put("crest", shown.get(UniversityImages.CREST));
      whole.put("agencies", agencies(shown, today));
    }
    return whole;
  }

  /** The agencies whose accreditation the letterhead shows. */
  private List<Picture> agencies(Map<String, String> shown, LocalDate today) {
    List<Picture> pictures = new ArrayList<>();
    for (String agency : UniversityDetails.AGENCIES) {
      String image = shown.get(UniversityDetails.IMAGE + agency);
      if (image != null) {
        pictures.add(new Picture(image, settings.localized(agency, today)));
      }
    }
    return pictures;
  }

  /** The pages of each language, with the holder as it writes one. */
  public static List<Part> parts(List<Language> languages, Function<Language, String> name) {
    return languages.stream()
        .map(language -> new Part(PdfRenderer.words(language), name.apply(language), null, null))
        .toList();
  }

  /** The same of a holder whose family name is known apart. */
  public static List<Part> parts(List<Language> languages, TranscriptView.Holder holder) {
    return languages.stream()
        .map(
            language ->
                new Part(
                    PdfRenderer.words(language),
                    holder.nameIn(language),
                    holder.familyIn(language),
                    holder.givenIn(language)))
        .toList();
  }
}
