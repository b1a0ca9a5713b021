package kz.miras.registrar.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** An academic period (CAL-2). */
@Entity
@Table(name = "term")
public class Term {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "term")
  @SequenceGenerator(name = "term", sequenceName = "calendar_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "academic_year_id", updatable = false)
  private AcademicYear academicYear;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private TermType type;

  @Column(nullable = false, updatable = false)
  private String code;

  @Column(name = "starts_on", nullable = false)
  private LocalDate startsOn;

  @Column(name = "ends_on", nullable = false)
  private LocalDate endsOn;

  @Column(name = "study_weeks", nullable = false)
  private int studyWeeks;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Version private int version;

  protected Term() {}

  public Term(
      AcademicYear academicYear,
      TermType type,
      String code,
      LocalDate startsOn,
      LocalDate endsOn,
      int studyWeeks) {
    this.academicYear = Objects.requireNonNull(academicYear, "academicYear");
    this.type = Objects.requireNonNull(type, "type");
    this.code = Objects.requireNonNull(code, "code");
    this.startsOn = Objects.requireNonNull(startsOn, "startsOn");
    this.endsOn = Objects.requireNonNull(endsOn, "endsOn");
    this.studyWeeks = studyWeeks;
  }

  /** Replaces what may be edited; the caller has judged it by the rules. */
  public void edit(LocalDate startsOn, LocalDate endsOn, int studyWeeks) {
    this.startsOn = Objects.requireNonNull(startsOn, "startsOn");
    this.endsOn = Objects.requireNonNull(endsOn, "endsOn");
    this.studyWeeks = studyWeeks;
  }

  /** Its place in time. */
  public TermRef ref() {
    return new TermRef(academicYear.getStartYear(), type);
  }

  /** No sheet of it is open any more. */
  public void close(Instant at) {
    this.closedAt = Objects.requireNonNull(at, "at");
  }

  public boolean isClosed() {
    return closedAt != null;
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(startsOn) && !day.isAfter(endsOn);
  }

  public Long getId() {
    return id;
  }

  public AcademicYear getAcademicYear() {
    return academicYear;
  }

  public TermType getType() {
    return type;
  }

  public String getCode() {
    return code;
  }

  public LocalDate getStartsOn() {
    return startsOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }

  public int getStudyWeeks() {
    return studyWeeks;
  }

  public Instant getClosedAt() {
    return closedAt;
  }

  public int getVersion() {
    return version;
  }
}
