package kz.miras.registrar.transcript.service;

import java.util.List;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.PdfRenderer;

/**
 * DOC-54. What a duplicate shows of being one, above its first page; printed by the template {@code
 * duplicate.xhtml}, in the languages of the document.
 */
public final class DuplicateStamp {

  private final String number;
  private final List<Language> languages;

  /**
   * The stamp.
   *
   * @param number of the document it is a duplicate of
   */
  public DuplicateStamp(String number, List<Language> languages) {
    this.number = number;
    this.languages = List.copyOf(languages);
  }

  public String getNumber() {
    return number;
  }

  /** The words of each language of the document. */
  public List<PdfRenderer.Words> getParts() {
    return languages.stream().map(PdfRenderer::words).toList();
  }
}
