package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.Duty;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.StaffingDesk;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** Appointing and replacing teachers and examiners of one section, and setting its seats. */
@Named("staffing")
@ViewScoped
public class SectionStaffing implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private StaffingDesk desk;
  @Inject private RegistrationCounter counter;
  @Inject private Notice notice;
  @Inject private OfferingScreen screen;
  @Inject private UniversityTime time;

  private Long section;
  private String code;
  private Integer capacity;
  private Duty duty = Duty.TEACHER;
  private Long former;
  private String teacher;
  private LocalDate from;
  private String basis;
  private Map<String, String> problems = Map.of();

  /** Opens the form of a section. */
  public void choose(long chosen, String named, int seats) {
    section = chosen;
    code = named;
    capacity = seats;
    former = null;
    teacher = null;
    from = time.today();
    basis = null;
  }

  /** Opens it to replace somebody. */
  public void replace(long chosen, String named, int seats, Duty held, long whom) {
    choose(chosen, named, seats);
    duty = held;
    former = whom;
  }

  public void close() {
    section = null;
  }

  /** Appoints the chosen teacher, in addition or in the place of another. */
  public void appoint() {
    told(
        desk.appoint(new StaffingDesk.Typed(section, duty, teacher, former, from, basis)),
        "registration.staff.done");
  }

  /** Sets the number of seats. */
  public void resize() {
    told(counter.resize(section, capacity), "registration.seats.done");
  }

  private void told(Verdict verdict, String done) {
    problems = notice.show(verdict);
    if (verdict.isAllowed()) {
      notice.done(done);
      screen.refresh();
      section = null;
    }
  }

  public List<String> getTeachers() {
    return desk.teachers();
  }

  public Duty[] getDuties() {
    return Duty.values();
  }

  public Long getSection() {
    return section;
  }

  public String getCode() {
    return code;
  }

  public Integer getCapacity() {
    return capacity;
  }

  public void setCapacity(Integer capacity) {
    this.capacity = capacity;
  }

  public Duty getDuty() {
    return duty;
  }

  public void setDuty(Duty duty) {
    this.duty = duty;
  }

  public Long getFormer() {
    return former;
  }

  public String getTeacher() {
    return teacher;
  }

  public void setTeacher(String teacher) {
    this.teacher = teacher;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
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
