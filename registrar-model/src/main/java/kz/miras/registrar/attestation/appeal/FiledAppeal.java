package kz.miras.registrar.attestation.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** What a student has filed; never changed afterwards. */
@MappedSuperclass
public abstract class FiledAppeal {

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(nullable = false, updatable = false)
  private String number;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Column(name = "sheet_id", nullable = false, updatable = false)
  private long sheetId;

  @Column(name = "published_at", nullable = false, updatable = false)
  private Instant publishedAt;

  @Column(name = "until_on", nullable = false, updatable = false)
  private LocalDate until;

  @Column(name = "filed_at", nullable = false, updatable = false)
  private Instant filedAt;

  @Column(nullable = false, updatable = false)
  private String reason;

  @Column(name = "hear_by", nullable = false, updatable = false)
  private LocalDate hearBy;

  protected FiledAppeal() {}

  /**
   * When the result was published and what is counted from it and from the filing.
   *
   * @param until last day of an appeal
   * @param hearBy day by which it should be heard (APL-3)
   */
  public record Term(Instant published, LocalDate until, LocalDate hearBy)
      implements Serializable {}

  FiledAppeal(String number, long student, long sheet, Term term, String reason, Instant at) {
    this.uuid = UUID.randomUUID();
    this.number = Objects.requireNonNull(number, "number");
    this.studentId = student;
    this.sheetId = sheet;
    this.publishedAt = Objects.requireNonNull(term.published(), "published");
    this.until = Objects.requireNonNull(term.until(), "until");
    this.hearBy = Objects.requireNonNull(term.hearBy(), "hearBy");
    this.reason = reason.strip();
    this.filedAt = Objects.requireNonNull(at, "at");
  }

  public UUID getUuid() {
    return uuid;
  }

  public String getNumber() {
    return number;
  }

  public long getStudentId() {
    return studentId;
  }

  public long getSheetId() {
    return sheetId;
  }

  public Instant getPublishedAt() {
    return publishedAt;
  }

  public LocalDate getUntil() {
    return until;
  }

  public Instant getFiledAt() {
    return filedAt;
  }

  public String getReason() {
    return reason;
  }

  public LocalDate getHearBy() {
    return hearBy;
  }
}
