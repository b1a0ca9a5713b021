package kz.miras.registrar.attestation;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** Who fills a sheet, where its ratings come from, and when and where its exam is. */
@MappedSuperclass
public abstract class SheetSitting extends SheetHead {

  @Column(name = "teacher_id")
  private Long teacherId;

  @Column(name = "examiner_id")
  private Long examinerId;

  @Column(name = "appointment_basis")
  private String appointmentBasis;

  /** The day the office named teacher and examiner of this sheet; null for never. */
  @Column(name = "appointed_on")
  private LocalDate appointedOn;

  @Column(name = "exam_date")
  private LocalDate examDate;

  @Column(name = "exam_time")
  private LocalTime examTime;

  @Column(name = "last_day")
  private LocalDate lastDay;

  private String room;

  @Column(name = "journal_periods", nullable = false)
  private short journalPeriods;

  @Enumerated(EnumType.STRING)
  @Column(name = "exam_form")
  private ExamForm examForm;

  @Column(name = "exam_minutes")
  private Integer examMinutes;

  @Column(name = "protocol_no")
  private String protocolNo;

  @Column(name = "protocol_date")
  private LocalDate protocolDate;

  protected SheetSitting() {}

  protected SheetSitting(
      String number,
      SheetKind kind,
      long termId,
      long disciplineId,
      Long sectionId,
      Long continuesId,
      String ruleSetCode) {
    super(number, kind, termId, disciplineId, sectionId, continuesId, ruleSetCode);
  }

  final void name(Long teacherId, Long examinerId) {
    this.teacherId = teacherId;
    this.examinerId = examinerId;
  }

  final boolean isNewTo(Long teacherId, Long examinerId) {
    return !Objects.equals(this.teacherId, teacherId)
        || !Objects.equals(this.examinerId, examinerId);
  }

  /** Whether this teacher teaches it; null for nobody. */
  public boolean isTaughtBy(Long teacher) {
    return Objects.equals(teacherId, teacher);
  }

  /** Who teaches and who examines it, each once; empty for nobody. */
  public Set<Long> appointed() {
    Set<Long> appointed = new HashSet<>();
    appointed.add(teacherId);
    appointed.add(examinerId);
    appointed.remove(null);
    return appointed;
  }

  final void rest(String basis, boolean named, LocalDate on) {
    boolean based = basis != null && !basis.isBlank();
    if (based) {
      this.appointmentBasis = basis.strip();
    }
    if (based || named) {
      this.appointedOn = on;
    }
  }

  /**
   * SHT-6, REG-12. Whether somebody whose appointment in the section has ended stays all the same:
   * the office has named this sheet's people since, and knew of that end.
   *
   * @param lastDay last day of the appointment in the section
   */
  public final boolean isNamedSince(LocalDate lastDay) {
    return appointedOn != null && !appointedOn.isBefore(lastDay);
  }

  final boolean isSatOn(LocalDate date, LocalTime time) {
    return Objects.equals(date, examDate) && Objects.equals(time, examTime);
  }

  final void sit(LocalDate date, LocalTime time, String room) {
    this.examDate = date;
    this.examTime = time;
    this.room = room;
  }

  /** SHT-33. Until when its control is typed where no day of it is named; null for no end. */
  public final void lastOn(LocalDate day) {
    this.lastDay = day;
  }

  /** SHT-33. Last day of its control where no day is named; null for none. */
  public LocalDate getLastDay() {
    return lastDay;
  }

  /**
   * SHT-33. Whether another last day may be named: one that is still to come, while entry goes on.
   *
   * @param last null for none
   * @param clock of the sheet as it stands
   */
  public Verdict judgeLastDay(LocalDate last, SittingClock clock, Instant now, LocalDate today) {
    if (Objects.equals(last, lastDay)) {
      return Verdict.allowed();
    }
    if (last == null || last.isBefore(today)) {
      return Verdict.refused(
          Refusal.of("attestation.sheet.last-day-past", "SHT-33", today).at("last_day"));
    }
    return examDate == null && clock.isLocked(now)
        ? Verdict.refused(dayStands().at("last_day"))
        : Verdict.allowed();
  }

  /** RAT-6. From now on the rating of this period comes from its journal only. */
  public final void keepJournal(int period) {
    this.journalPeriods = (short) (journalPeriods | period);
  }

  /**
   * Whether the rating of a period comes from its journal.
   *
   * @param period 1 or 2
   */
  public boolean hasJournal(int period) {
    return (journalPeriods & period) != 0;
  }

  final void hold(ExamForm form, Integer minutes) {
    this.examForm = form;
    this.examMinutes = minutes;
  }

  final void protocol(String protocolNo, LocalDate protocolDate) {
    this.protocolNo = protocolNo;
    this.protocolDate = protocolDate;
  }

  public Long getTeacherId() {
    return teacherId;
  }

  public Long getExaminerId() {
    return examinerId;
  }

  public String getAppointmentBasis() {
    return appointmentBasis;
  }

  public LocalDate getExamDate() {
    return examDate;
  }

  public LocalTime getExamTime() {
    return examTime;
  }

  public String getRoom() {
    return room;
  }

  public ExamForm getExamForm() {
    return examForm;
  }

  /** How long the exam lasts; null where nobody has said. */
  public Integer getExamMinutes() {
    return examMinutes;
  }

  /** Protocol of the commission a final attestation rests on; null for none. */
  public String getProtocolNo() {
    return protocolNo;
  }

  public LocalDate getProtocolDate() {
    return protocolDate;
  }

  /** SHT-15. The day of its exam moves by a decision only. */
  Refusal dayStands() {
    return Refusal.of("attestation.sheet.day-stands", "SHT-15", getNumber()).at("exam_date");
  }
}
