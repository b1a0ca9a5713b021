package kz.miras.registrar.correspondence.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.correspondence.LetterLinkKind;
import kz.miras.registrar.correspondence.service.LetterLinkDesk;
import kz.miras.registrar.correspondence.service.LetterSearch;

/** Letters about what another page shows. */
@Named("lettersAbout")
@RequestScoped
public class LettersAbout {

  @Inject private LetterLinkDesk desk;

  private final Map<String, List<LetterSearch.Found>> found = new HashMap<>();

  /** Letters about a student or a document that the reader may read, the newest first. */
  public List<LetterSearch.Found> of(LetterLinkKind kind, String id) {
    return found.computeIfAbsent(kind + " " + id, one -> desk.about(kind, id));
  }
}
