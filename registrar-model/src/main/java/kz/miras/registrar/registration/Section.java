package kz.miras.registrar.registration;

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
import java.util.Objects;
import java.util.UUID;

/**
 * A lecture stream, group or subgroup of an offering. Its seats live in {@code section_seat} and
 * are taken only by one conditional statement, so they are no attribute here.
 */
@Entity
@Table(name = "section")
public class Section {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registration-section")
  @SequenceGenerator(
      name = "registration-section",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "offering_id", updatable = false)
  private Offering offering;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private SectionKind kind;

  @Column(nullable = false)
  private String code;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private SectionStatus status;

  @Enumerated(EnumType.STRING)
  private SectionClosing closing;

  @Column(name = "closing_at")
  private Instant closingAt;

  @Version private int version;

  protected Section() {}

  /** A section that takes students at once. */
  public Section(Offering offering, SectionKind kind, String code) {
    this.uuid = UUID.randomUUID();
    this.offering = Objects.requireNonNull(offering, "offering");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.code = Objects.requireNonNull(code, "code");
    this.status = SectionStatus.OPEN;
  }

  public void become(SectionStatus next) {
    this.status = next;
  }

  /**
   * Says something about closing it.
   *
   * @param said null for nothing any more
   */
  public void sayOfClosing(SectionClosing said, Instant at) {
    this.closing = said;
    this.closingAt = said == null ? null : Objects.requireNonNull(at, "at");
  }

  /** What was said of closing it; null for nothing. */
  public SectionClosing getClosing() {
    return closing;
  }

  /** Since when; null where nothing was said. */
  public Instant getClosingAt() {
    return closingAt;
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public Offering getOffering() {
    return offering;
  }

  public SectionKind getKind() {
    return kind;
  }

  public String getCode() {
    return code;
  }

  public SectionStatus getStatus() {
    return status;
  }

  public int getVersion() {
    return version;
  }
}
