package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.registration.service.OfferingQueries.SectionView;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.SectionDesk;
import kz.miras.registrar.registration.service.SectionMoves.Landing;
import kz.miras.registrar.shared.Verdict;

/** Splitting, merging and closing a section on the page of its offering. */
@Named("sectionChange")
@ViewScoped
public class SectionChange implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private SectionDesk desk;
  @Inject private RegistrationCounter counter;
  @Inject private OfferingScreen screen;
  @Inject private Notice notice;
  @Inject private May may;

  private String asked;
  private Long section;
  private String code;
  private Long into;
  private String newCode;
  private Integer count;
  private Integer seats;
  private String reason;
  private Map<String, String> problems = Map.of();
  private transient List<Landing> landings;

  /** Opens the part of a group. */
  public void choose(long chosen, String named) {
    section = chosen;
    code = named;
    into = null;
    newCode = null;
    count = null;
    seats = null;
    reason = null;
    landings = null;
  }

  /** Opens the part of the group the address names, for whoever may change groups. */
  public void openAsked() {
    if (asked != null && (may.can("offering.edit") || may.can("offering.approve"))) {
      screen.getView().sections().stream()
          .filter(one -> one.link().equals(asked))
          .findFirst()
          .ifPresent(one -> choose(one.id(), one.code()));
    }
  }

  public void leave() {
    section = null;
  }

  /** Lets the group run that was proposed to be closed. */
  public void letRun() {
    Verdict verdict = desk.leave(section, reason);
    problems = notice.show(verdict);
    if (verdict.isAllowed()) {
      notice.done("registration.section.left");
      screen.refresh();
    }
  }

  /** The group as it stands. */
  public SectionView getView() {
    return screen.getView().sections().stream()
        .filter(one -> one.id() == section)
        .findFirst()
        .orElseThrow();
  }

  public void close() {
    told(counter.closeSection(section, reason));
  }

  public void merge() {
    told(counter.mergeSection(section, into == null ? 0 : into, reason));
  }

  public void split() {
    told(
        counter.splitSection(
            section, newCode, count == null ? 0 : count, seats == null ? 0 : seats));
  }

  private void told(Verdict verdict) {
    problems = notice.show(verdict);
    landings = null;
    if (verdict.isAllowed()) {
      notice.done("registration.section.done");
      screen.refresh();
      section = null;
    }
  }

  /** Who would land where if the group were closed. */
  public List<Landing> getLandings() {
    if (landings == null) {
      landings = desk.preview(section);
    }
    return landings;
  }

  /** Sections of the same kind the students could go to. */
  public List<SectionView> getOthers() {
    SectionKind kind = getView().kind();
    return screen.getView().sections().stream()
        .filter(one -> one.kind() == kind && one.id() != section)
        .filter(one -> one.status() == SectionStatus.OPEN)
        .toList();
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public Long getSection() {
    return section;
  }

  public String getCode() {
    return code;
  }

  public Long getInto() {
    return into;
  }

  public void setInto(Long into) {
    this.into = into;
  }

  public String getNewCode() {
    return newCode;
  }

  public void setNewCode(String newCode) {
    this.newCode = newCode;
  }

  public Integer getCount() {
    return count;
  }

  public void setCount(Integer count) {
    this.count = count;
  }

  public Integer getSeats() {
    return seats;
  }

  public void setSeats(Integer seats) {
    this.seats = seats;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
