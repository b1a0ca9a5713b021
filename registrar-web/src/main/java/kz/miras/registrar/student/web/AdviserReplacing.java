package kz.miras.registrar.student.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.AdviserDesk;
import kz.miras.registrar.student.service.AdviserDesk.Replacement;

/** Replacing advisers for a while. */
@Named("adviserReplacing")
@ViewScoped
public class AdviserReplacing implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private AdviserDesk desk;
  @Inject private Notice notice;
  @Inject private UniversityTime time;

  private String adviser = KeptAddress.parameter("adviser");
  private String deputy;
  private LocalDate from;
  private LocalDate to;
  private String basis;
  private Map<String, String> problems = Map.of();
  private List<Refusal> warnings = List.of();
  private transient List<Replacement> known;
  private transient List<String> teachers;

  public List<Replacement> getReplacements() {
    if (known == null) {
      known = desk.replacements();
    }
    return known;
  }

  /** Replaces the adviser as typed. */
  public void replace() {
    Verdict verdict = desk.replace(new AdviserDesk.Typed(adviser, deputy, getFrom(), to, basis));
    problems = notice.show(verdict);
    warnings = verdict.isAllowed() ? verdict.warnings() : List.of();
    if (verdict.isAllowed()) {
      notice.done("student.deputy.done");
      known = null;
      adviser = null;
      deputy = null;
      basis = null;
      to = null;
    }
  }

  /** Ends a replacement. */
  public void end(String id) {
    desk.end(id);
    notice.done("student.deputy.ended");
    known = null;
  }

  public List<String> getTeachers() {
    if (teachers == null) {
      teachers = desk.teachers();
    }
    return teachers;
  }

  public List<Refusal> getWarnings() {
    return warnings;
  }

  public String getAdviser() {
    return adviser;
  }

  public void setAdviser(String adviser) {
    this.adviser = adviser;
  }

  public String getDeputy() {
    return deputy;
  }

  public void setDeputy(String deputy) {
    this.deputy = deputy;
  }

  public LocalDate getFrom() {
    return from == null ? time.today() : from;
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

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
