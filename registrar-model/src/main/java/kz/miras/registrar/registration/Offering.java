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
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.shared.Language;

/**
 * A discipline offered in one term and one language (CRD-4: exactly one term). Students enrol here
 * and get one place in each kind of its sections.
 */
@Entity
@Table(name = "offering")
public class Offering {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registration")
  @SequenceGenerator(name = "registration", sequenceName = "registration_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "term_id", nullable = false, updatable = false)
  private long termId;

  @Column(name = "discipline_id", nullable = false, updatable = false)
  private long disciplineId;

  @Column(nullable = false)
  private String code;

  @Column(nullable = false)
  private String language;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private OfferingStatus status;

  @Version private int version;

  protected Offering() {}

  /** An offering that takes students at once. */
  public Offering(long termId, long disciplineId, String code, Language language) {
    this.uuid = UUID.randomUUID();
    this.termId = termId;
    this.disciplineId = disciplineId;
    this.code = Objects.requireNonNull(code, "code");
    this.language = language.tag();
    this.status = OfferingStatus.OPEN;
  }

  public void rename(String code, Language language) {
    this.code = Objects.requireNonNull(code, "code");
    this.language = language.tag().toLowerCase(Locale.ROOT);
  }

  public void become(OfferingStatus next) {
    this.status = next;
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

  public long getDisciplineId() {
    return disciplineId;
  }

  public String getCode() {
    return code;
  }

  public Language getLanguage() {
    return Language.of(language);
  }

  public OfferingStatus getStatus() {
    return status;
  }

  public int getVersion() {
    return version;
  }
}
