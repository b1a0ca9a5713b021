package kz.miras.registrar.registration.elective;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.shared.Language;

/** A decision about the demand for a discipline of a term in a language; never changed. */
@Entity
@Table(name = "elective_demand")
public class ElectiveDemand {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "elective-demand")
  @SequenceGenerator(
      name = "elective-demand",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "term_id", nullable = false, updatable = false)
  private long termId;

  @Column(name = "discipline_id", nullable = false, updatable = false)
  private long disciplineId;

  @Column(nullable = false, updatable = false)
  private String language;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private DemandDecision decision;

  @Column(nullable = false, updatable = false)
  private int students;

  @Column(name = "offering_id", updatable = false)
  private Long offeringId;

  @Column(name = "group_count", nullable = false, updatable = false)
  private int groupCount;

  @Column(nullable = false, updatable = false)
  private int capacity;

  @Column(name = "into_language", updatable = false)
  private String intoLanguage;

  @Column(updatable = false)
  private String reason;

  @Column(name = "decided_by", nullable = false, updatable = false)
  private String decidedBy;

  @Column(name = "decided_at", nullable = false, updatable = false)
  private Instant decidedAt;

  protected ElectiveDemand() {}

  /**
   * Whose demand it is about.
   *
   * @param students how many had chosen it then
   */
  public record About(long term, long discipline, Language language, int students) {}

  private ElectiveDemand(
      About about, DemandDecision decision, String reason, String by, Instant at) {
    this.uuid = UUID.randomUUID();
    this.termId = about.term();
    this.disciplineId = about.discipline();
    this.language = about.language().tag();
    this.students = about.students();
    this.decision = decision;
    this.reason = reason;
    this.decidedBy = Objects.requireNonNull(by, "by");
    this.decidedAt = Objects.requireNonNull(at, "at");
  }

  /**
   * It is offered.
   *
   * @param reason why although too few have chosen it; null where enough have
   */
  public static ElectiveDemand opened(
      About about, long offering, int groups, int capacity, String reason, String by, Instant at) {
    ElectiveDemand made = new ElectiveDemand(about, DemandDecision.OPENED, reason, by, at);
    made.offeringId = offering;
    made.groupCount = groups;
    made.capacity = capacity;
    return made;
  }

  /** Its students join those of another language. */
  public static ElectiveDemand merged(
      About about, Language into, String reason, String by, Instant at) {
    ElectiveDemand made = new ElectiveDemand(about, DemandDecision.MERGED, reason, by, at);
    made.intoLanguage = into.tag();
    return made;
  }

  /** It is not offered. */
  public static ElectiveDemand refused(About about, String reason, String by, Instant at) {
    return new ElectiveDemand(about, DemandDecision.REFUSED, reason, by, at);
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

  public Language getLanguage() {
    return Language.of(language);
  }

  public DemandDecision getDecision() {
    return decision;
  }

  public int getStudents() {
    return students;
  }

  public Long getOfferingId() {
    return offeringId;
  }

  public int getGroupCount() {
    return groupCount;
  }

  public int getCapacity() {
    return capacity;
  }

  /** The language joined; null where none is. */
  public Language getIntoLanguage() {
    return intoLanguage == null ? null : Language.of(intoLanguage);
  }

  public String getReason() {
    return reason;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }
}
