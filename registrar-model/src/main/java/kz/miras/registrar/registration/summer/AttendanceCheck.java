package kz.miras.registrar.registration.summer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A check of who was in a lesson of a group. It never changes: a correction is its next revision,
 * and the last one counts.
 */
@Entity
@Table(name = "attendance_check")
public class AttendanceCheck {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attendance-check")
  @SequenceGenerator(
      name = "attendance-check",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "section_id", nullable = false, updatable = false)
  private long sectionId;

  @Column(name = "held_on", nullable = false, updatable = false)
  private LocalDate heldOn;

  @Column(nullable = false, updatable = false)
  private int lesson;

  @Column(nullable = false, updatable = false)
  private int revision;

  @Column(updatable = false)
  private String reason;

  @Column(name = "checked_by", nullable = false, updatable = false)
  private String checkedBy;

  @Column(name = "checked_at", nullable = false, updatable = false)
  private Instant checkedAt;

  @ElementCollection
  @CollectionTable(name = "attendance_mark", joinColumns = @JoinColumn(name = "check_id"))
  @MapKeyColumn(name = "student_id")
  @Column(name = "presence")
  @Enumerated(EnumType.STRING)
  private Map<Long, Presence> marks = new HashMap<>();

  protected AttendanceCheck() {}

  /**
   * A check the rules allow.
   *
   * @param lesson which lesson of the day, from 1; 0 where that is not said
   * @param marks of each student of the group, by key
   */
  public AttendanceCheck(
      long section,
      LocalDate heldOn,
      int lesson,
      Map<Long, Presence> marks,
      String by,
      Instant at) {
    this.uuid = UUID.randomUUID();
    this.sectionId = section;
    this.heldOn = Objects.requireNonNull(heldOn, "heldOn");
    this.lesson = lesson;
    this.revision = 1;
    this.marks.putAll(marks);
    this.checkedBy = Objects.requireNonNull(by, "by");
    this.checkedAt = Objects.requireNonNull(at, "at");
  }

  /**
   * The next revision of this check.
   *
   * @param reason null where its author corrects it on the same day
   */
  public AttendanceCheck corrected(
      Map<Long, Presence> marks, String reason, String by, Instant at) {
    AttendanceCheck next = new AttendanceCheck(sectionId, heldOn, lesson, marks, by, at);
    next.revision = revision + 1;
    next.reason = reason;
    return next;
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public long getSectionId() {
    return sectionId;
  }

  public LocalDate getHeldOn() {
    return heldOn;
  }

  public int getLesson() {
    return lesson;
  }

  public int getRevision() {
    return revision;
  }

  public String getReason() {
    return reason;
  }

  public String getCheckedBy() {
    return checkedBy;
  }

  public Instant getCheckedAt() {
    return checkedAt;
  }

  /** Who was there, by key of the student. */
  public Map<Long, Presence> getMarks() {
    return Map.copyOf(marks);
  }
}
