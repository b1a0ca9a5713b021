package kz.miras.registrar.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;

/** A weekly lesson of a section; replaced, never changed. */
@Entity
@Table(name = "section_slot")
public class SectionSlot {

  /** In which weeks of the term it takes place. */
  public enum Weeks {
    ALL,
    ODD,
    EVEN;

    /** Whether two patterns share a week. */
    public boolean meets(Weeks other) {
      return this == ALL || other == ALL || this == other;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registration-slot")
  @SequenceGenerator(
      name = "registration-slot",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "section_id", nullable = false, updatable = false)
  private long sectionId;

  @Column(name = "day_of_week", nullable = false, updatable = false)
  private short dayOfWeek;

  @Column(name = "starts_at", nullable = false, updatable = false)
  private LocalTime startsAt;

  @Column(name = "ends_at", nullable = false, updatable = false)
  private LocalTime endsAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Weeks weeks;

  @Column(updatable = false)
  private String room;

  protected SectionSlot() {}

  public SectionSlot(
      long sectionId,
      DayOfWeek day,
      LocalTime startsAt,
      LocalTime endsAt,
      Weeks weeks,
      String room) {
    this.sectionId = sectionId;
    this.dayOfWeek = (short) day.getValue();
    this.startsAt = startsAt;
    this.endsAt = endsAt;
    this.weeks = weeks;
    this.room = room;
  }

  /** Whether both take place at the same moment of some week. */
  public boolean clashesWith(SectionSlot other) {
    return dayOfWeek == other.dayOfWeek
        && weeks.meets(other.weeks)
        && startsAt.isBefore(other.endsAt)
        && other.startsAt.isBefore(endsAt);
  }

  public long getSectionId() {
    return sectionId;
  }

  public DayOfWeek getDay() {
    return DayOfWeek.of(dayOfWeek);
  }

  public LocalTime getStartsAt() {
    return startsAt;
  }

  public LocalTime getEndsAt() {
    return endsAt;
  }

  public Weeks getWeeks() {
    return weeks;
  }

  public String getRoom() {
    return room;
  }
}
