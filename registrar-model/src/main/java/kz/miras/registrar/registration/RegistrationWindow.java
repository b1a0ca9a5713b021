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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.curriculum.Level;

/**
 * A window of registration in a term, for everybody or for some (REG-6). What is prepared and what
 * is approved stand side by side: a change takes effect with its approval, never before.
 */
@Entity
@Table(name = "registration_window")
public class RegistrationWindow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registration-window")
  @SequenceGenerator(
      name = "registration-window",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "term_id", nullable = false, updatable = false)
  private long termId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private WindowKind kind;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Level level;

  @Column(name = "programme_id", updatable = false)
  private Long programmeId;

  @Column(name = "course_year", updatable = false)
  private Integer courseYear;

  @Column(nullable = false)
  private boolean off;

  @Column(name = "opens_at")
  private Instant opensAt;

  @Column(name = "closes_at")
  private Instant closesAt;

  @Column(nullable = false)
  private int waves;

  @Column(name = "wave_minutes", nullable = false)
  private int waveMinutes;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private WindowStatus status;

  @Column(name = "prepared_by", nullable = false)
  private String preparedBy;

  @Column(name = "prepared_at", nullable = false)
  private Instant preparedAt;

  @Column(name = "approved_by")
  private String approvedBy;

  @Column(name = "approved_at")
  private Instant approvedAt;

  @Column(name = "approved_off")
  private Boolean approvedOff;

  @Column(name = "approved_opens_at")
  private Instant approvedOpensAt;

  @Column(name = "approved_closes_at")
  private Instant approvedClosesAt;

  @Column(name = "approved_waves")
  private Integer approvedWaves;

  @Column(name = "approved_wave_minutes")
  private Integer approvedWaveMinutes;

  @Version private int version;

  protected RegistrationWindow() {}

  /** A window that waits for approval; the caller has judged it by {@link WindowSound}. */
  public RegistrationWindow(
      long termId, WindowKind kind, WindowReach reach, WindowPlan plan, String by, Instant at) {
    this.uuid = UUID.randomUUID();
    this.termId = termId;
    this.kind = Objects.requireNonNull(kind, "kind");
    this.level = reach.level();
    this.programmeId = reach.programme();
    this.courseYear = reach.courseYear();
    prepare(plan, by, at);
  }

  /** Changes it; it waits for approval again, and until then what was approved stays in force. */
  public final void prepare(WindowPlan plan, String by, Instant at) {
    this.off = plan.off();
    this.opensAt = plan.opensAt();
    this.closesAt = plan.closesAt();
    this.waves = plan.waves();
    this.waveMinutes = plan.waveMinutes();
    this.status = WindowStatus.PREPARED;
    this.preparedBy = Objects.requireNonNull(by, "by");
    this.preparedAt = Objects.requireNonNull(at, "at");
  }

  /** Puts what is prepared in force; the caller has judged it by {@link WindowApproval}. */
  public void approve(String by, Instant at) {
    this.status = WindowStatus.APPROVED;
    this.approvedBy = Objects.requireNonNull(by, "by");
    this.approvedAt = Objects.requireNonNull(at, "at");
    this.approvedOff = off;
    this.approvedOpensAt = opensAt;
    this.approvedClosesAt = closesAt;
    this.approvedWaves = waves;
    this.approvedWaveMinutes = waveMinutes;
  }

  /** What is prepared. */
  public WindowPlan plan() {
    return new WindowPlan(off, opensAt, closesAt, waves, waveMinutes);
  }

  /** What is in force; none where nothing has been approved yet. */
  public Optional<WindowPlan> inForce() {
    return approvedOff == null
        ? Optional.empty()
        : Optional.of(
            new WindowPlan(
                approvedOff,
                approvedOpensAt,
                approvedClosesAt,
                approvedWaves,
                approvedWaveMinutes));
  }

  /** Whom it is for. */
  public WindowReach reach() {
    return new WindowReach(level, programmeId, courseYear);
  }

  /** What is in force, for one student; none where nothing has been approved yet. */
  public Optional<PersonalWindow> personal(String studentNo) {
    return inForce().map(plan -> personal(plan, studentNo));
  }

  private PersonalWindow personal(WindowPlan plan, String studentNo) {
    int wave = WindowLot.wave(uuid, studentNo, plan.waves());
    return new PersonalWindow(
        uuid.toString(),
        kind,
        plan.off(),
        plan.off() ? null : plan.startOf(wave),
        plan.closesAt(),
        wave + 1,
        plan.waves());
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public long getTermId() {
    return termId;
  }

  public WindowKind getKind() {
    return kind;
  }

  public WindowStatus getStatus() {
    return status;
  }

  public String getPreparedBy() {
    return preparedBy;
  }

  public Instant getPreparedAt() {
    return preparedAt;
  }

  public String getApprovedBy() {
    return approvedBy;
  }

  public Instant getApprovedAt() {
    return approvedAt;
  }

  public int getVersion() {
    return version;
  }
}
