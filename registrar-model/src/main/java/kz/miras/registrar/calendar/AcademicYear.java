package kz.miras.registrar.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;

/** An academic year (CAL-1), named by the calendar year it begins in. */
@Entity
@Table(name = "academic_year")
public class AcademicYear {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "academic_year")
  @SequenceGenerator(name = "academic_year", sequenceName = "calendar_seq", allocationSize = 50)
  private Long id;

  @Column(name = "start_year", nullable = false, updatable = false)
  private int startYear;

  @Column(name = "starts_on", nullable = false)
  private LocalDate startsOn;

  @Column(name = "ends_on", nullable = false)
  private LocalDate endsOn;

  @Column(name = "approved_by")
  private String approvedBy;

  @Version private int version;

  protected AcademicYear() {}

  public AcademicYear(int startYear, LocalDate startsOn, LocalDate endsOn, String approvedBy) {
    this.startYear = startYear;
    this.startsOn = Objects.requireNonNull(startsOn, "startsOn");
    this.endsOn = Objects.requireNonNull(endsOn, "endsOn");
    this.approvedBy = approvedBy;
  }

  /** Replaces what may be edited; the caller has judged it by the rules. */
  public void edit(LocalDate startsOn, LocalDate endsOn, String approvedBy) {
    this.startsOn = Objects.requireNonNull(startsOn, "startsOn");
    this.endsOn = Objects.requireNonNull(endsOn, "endsOn");
    this.approvedBy = approvedBy;
  }

  /** As documents print it, for example {@code 2025/2026}. */
  public String label() {
    return startYear + "/" + (startYear + 1);
  }

  public Long getId() {
    return id;
  }

  public int getStartYear() {
    return startYear;
  }

  public LocalDate getStartsOn() {
    return startsOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }

  public String getApprovedBy() {
    return approvedBy;
  }

  public int getVersion() {
    return version;
  }
}
