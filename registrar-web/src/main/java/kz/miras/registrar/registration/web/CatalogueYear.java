package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.elective.CatalogueComplete;
import kz.miras.registrar.registration.elective.CatalogueStatus;
import kz.miras.registrar.registration.service.elective.ElectiveDesk;
import kz.miras.registrar.registration.service.elective.ElectiveQueries;
import kz.miras.registrar.registration.service.elective.ElectiveQueries.Line;

/** The catalogues of electives of an academic year: begun, approved and published together. */
@Named
@ViewScoped
public class CatalogueYear implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ElectiveQueries queries;
  @Inject private ElectiveDesk desk;
  @Inject private Notice notice;

  private Integer year;
  private String decision;
  private Map<String, String> problems = Map.of();
  private List<ElectiveDesk.Left> left = List.of();
  private transient List<Line> lines;

  /** Shows the year that is being prepared where the address names none. */
  public void load() {
    if (year == null) {
      year = queries.preparedYear();
    }
    lines = queries.year(year);
  }

  /** Begins a draft wherever there is none. */
  public void begin() {
    say("registration.catalogue.done.begun", desk.beginYear(year));
  }

  /** Approves what is complete; tells what is not. */
  public void approve() {
    problems = notice.show(CatalogueComplete.approval(decision));
    if (!problems.isEmpty()) {
      return;
    }
    ElectiveDesk.Many many = desk.approveYear(year, decision);
    left = many.left();
    say("registration.catalogue.done.approved-many", many.done());
  }

  /** Publishes what is approved. */
  public void publish() {
    say("registration.catalogue.done.published-many", desk.publishYear(year));
  }

  private void say(String key, int many) {
    notice.say(key, many);
    lines = queries.year(year);
  }

  public List<Line> getLines() {
    if (lines == null) {
      lines = queries.year(year);
    }
    return lines;
  }

  /** How many catalogues are in a state. */
  public long count(CatalogueStatus status) {
    return getLines().stream().filter(line -> line.status() == status).count();
  }

  public List<Integer> getYears() {
    return queries.years();
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public List<ElectiveDesk.Left> getLeft() {
    return left;
  }

  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }
}
