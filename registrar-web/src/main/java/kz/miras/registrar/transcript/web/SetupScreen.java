package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.transcript.service.edition.EditionDesk;
import kz.miras.registrar.transcript.service.edition.EditionDesk.Standing;
import kz.miras.registrar.transcript.service.edition.EditionSubject;
import kz.miras.registrar.transcript.service.edition.EditionSubject.Sort;

/** What the documents of the university are made of, and which edition of each is in force. */
@Named("setup")
@ViewScoped
public class SetupScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private EditionDesk desk;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private String sort = Sort.TEMPLATE.name();
  private String code;
  private Map<String, String> problems = Map.of();
  private transient List<Standing> standings;

  public List<Standing> getStandings() {
    if (standings == null) {
      standings = desk.standings(chosen());
    }
    return standings;
  }

  /** The sort of the address; templates where it names none. */
  private Sort chosen() {
    return Arrays.stream(Sort.values())
        .filter(one -> one.name().equals(sort))
        .findFirst()
        .orElse(Sort.TEMPLATE);
  }

  /** Name of a subject. */
  public String name(EditionSubject subject) {
    return desk.title(subject, language.getLanguage());
  }

  /** Begins a kind of certificates or a wording of this code, and goes to its draft. */
  public String begin() {
    String typed = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
    if (!typed.matches("[A-Z][A-Z0-9_]{1,26}")) {
      problems = notice.missing("code", "transcript.certificate.code-wrong");
      return null;
    }
    EditionSubject subject =
        chosen() == Sort.WORDING
            ? EditionSubject.wording(typed)
            : EditionSubject.certificate(typed.startsWith("CERT_") ? typed : "CERT_" + typed);
    return "/transcript/edition.xhtml?faces-redirect=true&id=" + desk.draft(subject, 0, "");
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public List<Sort> getSorts() {
    return desk.sorts();
  }

  public Sort getChosen() {
    return chosen();
  }

  public String getSort() {
    return sort;
  }

  public void setSort(String sort) {
    this.sort = sort;
  }
}
