package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.service.promotion.PromotionDesk;
import kz.miras.registrar.achievement.service.promotion.PromotionQueries;
import kz.miras.registrar.achievement.service.promotion.PromotionQueries.Choice;
import kz.miras.registrar.achievement.service.promotion.PromotionQueries.Council;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Head;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.RegistrarException;

/** Ends of years: what has been begun, and beginning another. */
@Named("promotions")
@ViewScoped
public class PromotionsScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PromotionQueries queries;
  @Inject private PromotionDesk desk;
  @Inject private LanguageChoice language;
  @Inject private Words words;
  @Inject private Notice notice;

  private Integer year;
  private String school;
  private String programme = "";
  private String councilNo;
  private LocalDate councilOn;
  private boolean councilRead;
  private Map<String, String> problems = Map.of();
  private transient List<Head> runs;
  private transient List<Choice> schools;
  private transient List<Choice> programmes;

  public List<Head> getRuns() {
    if (runs == null) {
      runs = queries.runs();
    }
    return runs;
  }

  /** Academic years by their names. */
  public Map<String, Integer> getYears() {
    Map<String, Integer> years = new LinkedHashMap<>();
    queries.years().forEach(start -> years.put(start + "/" + (start + 1), start));
    return years;
  }

  /** Schools by their names. */
  public Map<String, String> getSchools() {
    Map<String, String> named = new LinkedHashMap<>();
    schools()
        .forEach(
            one ->
                named.put(one.code() + " · " + one.name().in(language.getLanguage()), one.code()));
    return named;
  }

  private List<Choice> schools() {
    if (schools == null) {
      schools = queries.schools();
    }
    return schools;
  }

  /** Programmes of the school chosen by their names, the whole school first. */
  public Map<String, String> getProgrammes() {
    if (programmes == null) {
      programmes = new ArrayList<>(queries.programmes());
    }
    Map<String, String> named = new LinkedHashMap<>();
    named.put(words.get("achievement.promotion.whole-school"), "");
    programmes.stream()
        .filter(one -> one.school().equals(getSchool()))
        .forEach(
            one -> named.put(one.code() + " " + one.name().in(language.getLanguage()), one.code()));
    return named;
  }

  /** Another year has another decision of the council. */
  public void yearChosen() {
    councilRead = false;
    councilNo = null;
    councilOn = null;
  }

  /** Another school has other programmes. */
  public void schoolChosen() {
    programme = "";
  }

  /**
   * Begins a run and opens it.
   *
   * @return where to go; null stays with what was typed
   */
  public String begin() {
    try {
      String id = desk.begin(getYear(), getSchool(), programme, councilNo, councilOn);
      return "/achievement/promotion.xhtml?id=" + id + "&faces-redirect=true";
    } catch (RegistrarException.Refused e) {
      problems = notice.show(e);
      return null;
    }
  }

  private void council() {
    if (!councilRead && getYear() != null) {
      councilRead = true;
      Council known = queries.council(getYear());
      councilNo = known.number();
      councilOn = known.decidedOn();
    }
  }

  /** The year to be ended: the latest that has begun where none is chosen. */
  public Integer getYear() {
    if (year == null) {
      year = queries.years().stream().findFirst().orElse(null);
    }
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  public String getSchool() {
    if (school == null && !schools().isEmpty()) {
      school = schools().get(0).code();
    }
    return school;
  }

  public void setSchool(String school) {
    this.school = school;
  }

  public String getProgramme() {
    return programme;
  }

  public void setProgramme(String programme) {
    this.programme = programme == null ? "" : programme;
  }

  public String getCouncilNo() {
    council();
    return councilNo;
  }

  public void setCouncilNo(String councilNo) {
    this.councilNo = councilNo;
  }

  public LocalDate getCouncilOn() {
    council();
    return councilOn;
  }

  public void setCouncilOn(LocalDate councilOn) {
    this.councilOn = councilOn;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
