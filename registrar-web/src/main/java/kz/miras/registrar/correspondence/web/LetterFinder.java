package kz.miras.registrar.correspondence.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.service.LetterSearch;
import kz.miras.registrar.frame.web.KeptAddress;

/** Looks for letters in all registers; what is looked for stands in the address. */
@Named("letterFinder")
@RequestScoped
public class LetterFinder {

  @Inject private LetterSearch search;

  private final String words = KeptAddress.parameter("words");
  private final LetterDirection direction = KeptAddress.choice(LetterDirection.class, "direction");
  private final LetterCategory category = KeptAddress.choice(LetterCategory.class, "category");
  private final LocalDate from = KeptAddress.day("from");
  private final LocalDate to = KeptAddress.day("to");
  private List<LetterSearch.Found> found;

  /** Whether something is looked for at all. */
  public boolean isAsked() {
    return words != null && !words.isBlank()
        || direction != null
        || category != null
        || from != null
        || to != null;
  }

  /** What was found, the newest first. */
  public List<LetterSearch.Found> getFound() {
    if (found == null) {
      found =
          isAsked()
              ? search.find(new LetterSearch.Wanted(words, direction, category, from, to))
              : List.of();
    }
    return found;
  }

  /** Whether there are more than are shown. */
  public boolean isMore() {
    return getFound().size() == LetterSearch.MOST;
  }

  public LetterDirection[] getDirections() {
    return LetterDirection.values();
  }

  public LetterCategory[] getCategories() {
    return LetterCategory.values();
  }

  public String getWords() {
    return words;
  }

  public LetterDirection getDirection() {
    return direction;
  }

  public LetterCategory getCategory() {
    return category;
  }

  public LocalDate getFrom() {
    return from;
  }

  public LocalDate getTo() {
    return to;
  }
}
