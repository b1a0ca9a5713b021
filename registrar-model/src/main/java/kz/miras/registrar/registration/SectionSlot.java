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

  /** More weeks than any term has: to the end of the term. */
  public static final int LAST_WEEK = 40;

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

  @Column(name = "first_week", nullable = false, updatable = false)
  private short firstWeek;

  @Column(name = "last_week", nullable = false, updatable = false)
  private short lastWeek;

  @Column(updatable = false)
  private String room;

  protected SectionSlot() {}

  /** A lesson of the whole term. */
  public SectionSlot(
      long sectionId,
      DayOfWeek day,
      LocalTime startsAt,
      LocalTime endsAt,
      Weeks weeks,
      String room) {
    this(sectionId, day, startsAt, endsAt, weeks, 1, LAST_WEEK, room);
  }

  /**
   * A lesson of a part of the term.
   *
   * @param firstWeek the first week of the term with it, from 1
   * @param lastWeek the last week of the term with it
   */
  public SectionSlot(
      long sectionId,
      DayOfWeek day,
      LocalTime startsAt,
      LocalTime endsAt,
      Weeks weeks,
      int firstWeek,
      int lastWeek,
      String room) {
    this.sectionId = sectionId;
    this.dayOfWeek = (short) day.getValue();
    this.startsAt = startsAt;
    this.endsAt = endsAt;
    this.weeks = weeks;
    this.firstWeek = (short) firstWeek;
    this.lastWeek = (short) lastWeek;
    this.room = room;
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

  public int getFirstWeek() {
    return firstWeek;
  }

  public int getLastWeek() {
    return lastWeek;
  }

  public String getRoom() {
    return room;
  }
}
