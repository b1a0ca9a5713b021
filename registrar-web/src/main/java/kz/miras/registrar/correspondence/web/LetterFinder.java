package kz.miras.registrar.correspondence.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.service.LetterSearch;
import kz.miras.registrar.frame.web.KeptAddress;

/** The search over the letters of all registers; what is asked stands in the address. */
@Named("letterFinder")
@RequestScoped
public class LetterFinder {

  private static final String PAGE = "/correspondence/search.xhtml";

  @Inject private LetterSearch search;

  private String words = KeptAddress.parameter("words");
  private LetterDirection direction = KeptAddress.choice(LetterDirection.class, "direction");
  private LetterCategory category = KeptAddress.choice(LetterCategory.class, "category");
  private LocalDate from = KeptAddress.day("from");
  private LocalDate to = KeptAddress.day("to");
  private List<LetterSearch.Found> found;

  /** Shows what was typed by an address of its own, which may be kept and sent on. */
  public void find() throws IOException {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("words", words == null ? null : words.strip());
    asked.put("direction", direction);
    asked.put("category", category);
    asked.put("from", from);
    asked.put("to", to);
    String query =
        asked.entrySet().stream()
            .filter(one -> one.getValue() != null && !one.getValue().toString().isEmpty())
            .map(one -> one.getKey() + "=" + encoded(one.getValue().toString()))
            .collect(Collectors.joining("&", "?", ""));
    ExternalContext page = FacesContext.getCurrentInstance().getExternalContext();
    page.redirect(page.getRequestContextPath() + PAGE + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

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

  /** Whether there may be more than is shown. */
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

  public void setWords(String words) {
    this.words = words;
  }

  public LetterDirection getDirection() {
    return direction;
  }

  public void setDirection(LetterDirection direction) {
    this.direction = direction;
  }

  public LetterCategory getCategory() {
    return category;
  }

  public void setCategory(LetterCategory category) {
    this.category = category;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }
}
