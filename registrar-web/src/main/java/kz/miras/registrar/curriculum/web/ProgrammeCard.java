package kz.miras.registrar.curriculum.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import kz.miras.registrar.curriculum.service.CatalogueDesk;
import kz.miras.registrar.curriculum.service.CatalogueQueries;
import kz.miras.registrar.curriculum.service.ProgrammeView;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Verdict;

/** A programme and its curricula. */
@Named
@ViewScoped
public class ProgrammeCard implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private CatalogueQueries queries;
  @Inject private CatalogueDesk desk;
  @Inject private Notice notice;

  private String code;
  private Integer year;
  private Map<String, String> problems = Map.of();
  private transient ProgrammeView view;

  /** Reads it; not there is a 404. */
  public void load() {
    view = queries.programme(String.valueOf(code));
  }

  /** Begins the curriculum of an admission year and opens it. */
  public String begin() {
    if (year == null) {
      return null;
    }
    Verdict verdict = desk.begin(code, year);
    problems = notice.show(verdict);
    return verdict.isAllowed()
        ? "/curriculum/plan.xhtml?faces-redirect=true&programme=" + code + "&year=" + year
        : null;
  }

  public ProgrammeView getView() {
    if (view == null) {
      load();
    }
    return view;
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

  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }
}
