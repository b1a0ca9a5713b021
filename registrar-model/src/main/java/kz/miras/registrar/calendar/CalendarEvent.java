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
import java.time.LocalDate;
import java.util.Objects;

/** A period of the calendar inside a term; level and course narrow a window down. */
@Entity
@Table(name = "calendar_event")
public class CalendarEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "calendar_event")
  @SequenceGenerator(name = "calendar_event", sequenceName = "calendar_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "term_id", updatable = false)
  private Term term;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private EventKind kind;

  @Column(name = "starts_on", nullable = false)
  private LocalDate startsOn;

  @Column(name = "ends_on", nullable = false)
  private LocalDate endsOn;

  private String level;

  @Column(name = "course_year")
  private Integer courseYear;

  @Version private int version;

  protected CalendarEvent() {}

  public CalendarEvent(
      Term term,
      EventKind kind,
      LocalDate startsOn,
      LocalDate endsOn,
      String level,
      Integer courseYear) {
    this.term = Objects.requireNonNull(term, "term");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.startsOn = Objects.requireNonNull(startsOn, "startsOn");
    this.endsOn = Objects.requireNonNull(endsOn, "endsOn");
    this.level = level;
    this.courseYear = courseYear;
  }

  /** Replaces what may be edited; the caller has judged it by the rules. */
  public void edit(
      EventKind kind, LocalDate startsOn, LocalDate endsOn, String level, Integer courseYear) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.startsOn = Objects.requireNonNull(startsOn, "startsOn");
    this.endsOn = Objects.requireNonNull(endsOn, "endsOn");
    this.level = level;
    this.courseYear = courseYear;
  }

  public boolean isOpenOn(LocalDate day) {
    return !day.isBefore(startsOn) && !day.isAfter(endsOn);
  }

  public Long getId() {
    return id;
  }

  public Term getTerm() {
    return term;
  }

  public EventKind getKind() {
    return kind;
  }

  public LocalDate getStartsOn() {
    return startsOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }

  public String getLevel() {
    return level;
  }

  public Integer getCourseYear() {
    return courseYear;
  }

  public int getVersion() {
    return version;
  }
}
