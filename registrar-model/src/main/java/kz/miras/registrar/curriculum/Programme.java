package kz.miras.registrar.curriculum;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.shared.LocalizedText;

/** An educational programme (ОП), for example 6B06101. */
@Entity
@Table(name = "programme")
public class Programme {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "programme")
  @SequenceGenerator(name = "programme", sequenceName = "curriculum_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(nullable = false)
  private String code;

  @Column(name = "direction_code", nullable = false)
  private String directionCode;

  @Column(name = "group_code")
  private String groupCode;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Level level;

  @Embedded private LocalizedText name;

  @Column(nullable = false)
  private int credits;

  @Column(nullable = false)
  private int years;

  @Column(nullable = false)
  private String languages;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "school_id")
  private OrgUnit school;

  @Column(nullable = false)
  private boolean active;

  @Version private int version;

  protected Programme() {}

  public Programme(
      String code,
      String directionCode,
      String groupCode,
      Level level,
      LocalizedText name,
      int credits,
      int years,
      String languages,
      OrgUnit school) {
    this.uuid = UUID.randomUUID();
    this.active = true;
    this.code = Objects.requireNonNull(code, "code");
    this.directionCode = Objects.requireNonNull(directionCode, "directionCode");
    this.groupCode = groupCode;
    this.level = Objects.requireNonNull(level, "level");
    this.name = Objects.requireNonNull(name, "name");
    this.credits = credits;
    this.years = years;
    this.languages = Objects.requireNonNull(languages, "languages");
    this.school = Objects.requireNonNull(school, "school");
  }

  /** Replaces what may be edited; the caller has judged it by the rules. */
  public void edit(
      String code,
      String directionCode,
      String groupCode,
      Level level,
      LocalizedText name,
      int credits,
      int years,
      String languages,
      OrgUnit school) {
    this.code = Objects.requireNonNull(code, "code");
    this.directionCode = Objects.requireNonNull(directionCode, "directionCode");
    this.groupCode = groupCode;
    this.level = Objects.requireNonNull(level, "level");
    this.name = Objects.requireNonNull(name, "name");
    this.credits = credits;
    this.years = years;
    this.languages = Objects.requireNonNull(languages, "languages");
    this.school = Objects.requireNonNull(school, "school");
  }

  public void activate(boolean active) {
    this.active = active;
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public String getCode() {
    return code;
  }

  public String getDirectionCode() {
    return directionCode;
  }

  public String getGroupCode() {
    return groupCode;
  }

  public Level getLevel() {
    return level;
  }

  public LocalizedText getName() {
    return name;
  }

  public int getCredits() {
    return credits;
  }

  public int getYears() {
    return years;
  }

  public String getLanguages() {
    return languages;
  }

  public OrgUnit getSchool() {
    return school;
  }

  public boolean isActive() {
    return active;
  }

  public int getVersion() {
    return version;
  }
}
