package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.ReserveDesk;
import kz.miras.registrar.registration.service.SectionReserves.Reserve;
import kz.miras.registrar.shared.Verdict;

/** Keeping seats of a section for programmes and groups on the page of its offering. */
@Named("keeping")
@ViewScoped
public class SectionKeeping implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ReserveDesk desk;
  @Inject private RegistrationCounter counter;
  @Inject private OfferingScreen screen;
  @Inject private Notice notice;

  private Long section;
  private String code;
  private String programme;
  private String group;
  private Integer seats;
  private LocalDate releaseOn;
  private Map<String, String> problems = Map.of();
  private transient List<Reserve> reserves;
  private transient List<ReserveDesk.Choice> programmes;
  private transient List<String> groups;

  /** Opens the seats kept in a section. */
  public void choose(long chosen, String named) {
    section = chosen;
    code = named;
    afresh();
  }

  /** Takes a reserve into the form, to change it. */
  public void change(Reserve of) {
    afresh();
    programme = of.programme();
    group = of.group();
    seats = of.seats();
    releaseOn = of.releaseOn();
  }

  private void afresh() {
    programme = null;
    group = null;
    seats = null;
    releaseOn = null;
    reserves = null;
  }

  public void leave() {
    section = null;
  }

  /** Keeps the seats typed. */
  public void keep() {
    Verdict verdict =
        counter.keepSeats(new ReserveDesk.Typed(section, programme, group, seats, releaseOn));
    problems = notice.show(verdict);
    if (verdict.isAllowed()) {
      notice.done("registration.reserve.done");
      afresh();
      screen.refresh();
    }
  }

  /** Gives a reserve to everybody. */
  public void release(String pool) {
    counter.releaseSeats(section, pool);
    notice.done("registration.reserve.released");
    afresh();
    screen.refresh();
  }

  /** What the section keeps now. */
  public List<Reserve> getReserves() {
    if (reserves == null) {
      reserves = desk.of(section);
    }
    return reserves;
  }

  public List<ReserveDesk.Choice> getProgrammes() {
    if (programmes == null) {
      programmes = desk.programmes();
    }
    return programmes;
  }

  public List<String> getGroups() {
    if (groups == null) {
      groups = desk.groups();
    }
    return groups;
  }

  public Long getSection() {
    return section;
  }

  public String getCode() {
    return code;
  }

  public String getProgramme() {
    return programme;
  }

  public void setProgramme(String programme) {
    this.programme = programme;
  }

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }

  public Integer getSeats() {
    return seats;
  }

  public void setSeats(Integer seats) {
    this.seats = seats;
  }

  public LocalDate getReleaseOn() {
    return releaseOn;
  }

  public void setReleaseOn(LocalDate releaseOn) {
    this.releaseOn = releaseOn;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
