package kz.miras.registrar.student;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
import java.util.UUID;
import kz.miras.registrar.curriculum.Teacher;

/** Somebody does an adviser's work for a while: plans of the advisees go to both. */
@Entity
@Table(name = "adviser_deputy")
public class AdviserDeputy {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "adviser_deputy")
  @SequenceGenerator(name = "adviser_deputy", sequenceName = "student_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "adviser_id", updatable = false)
  private Teacher adviser;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "deputy_id", updatable = false)
  private Teacher deputy;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private LocalDate validFrom;

  @Column(name = "valid_to", nullable = false)
  private LocalDate validTo;

  @Column(nullable = false, updatable = false)
  private String basis;

  @Column(name = "appointed_by", nullable = false, updatable = false)
  private String appointedBy;

  @Column(name = "appointed_at", nullable = false, updatable = false)
  private Instant appointedAt;

  @Version private int version;

  protected AdviserDeputy() {}

  /** A replacement; the caller has judged it by {@link DeputySound}. */
  public AdviserDeputy(
      Teacher adviser,
      Teacher deputy,
      DeputySound.Period period,
      String basis,
      String by,
      Instant at) {
    this.uuid = UUID.randomUUID();
    this.adviser = Objects.requireNonNull(adviser, "adviser");
    this.deputy = Objects.requireNonNull(deputy, "deputy");
    this.validFrom = period.from();
    this.validTo = period.to();
    this.basis = Objects.requireNonNull(basis, "basis");
    this.appointedBy = Objects.requireNonNull(by, "by");
    this.appointedAt = Objects.requireNonNull(at, "at");
  }

  /** Ends it earlier. */
  public void end(LocalDate last) {
    this.validTo = Objects.requireNonNull(last, "last");
  }

  public DeputySound.Period period() {
    return new DeputySound.Period(validFrom, validTo);
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public Teacher getAdviser() {
    return adviser;
  }

  public Teacher getDeputy() {
    return deputy;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public String getBasis() {
    return basis;
  }

  public String getAppointedBy() {
    return appointedBy;
  }

  public int getVersion() {
    return version;
  }
}
