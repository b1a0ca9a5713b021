package kz.miras.registrar.curriculum;

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
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A {@link RuleSet} as it is stored. Never changed, never deleted: a later one follows it. */
@Entity
@Table(name = "rule_set")
public class EnactedRules {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rule_set")
  @SequenceGenerator(name = "rule_set", sequenceName = "curriculum_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private String code;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Level level;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private LocalDate validFrom;

  @Column(name = "approved_by", nullable = false, updatable = false)
  private String approvedBy;

  @ElementCollection
  @CollectionTable(name = "rule_value", joinColumns = @JoinColumn(name = "rule_set_id"))
  @MapKeyColumn(name = "parameter")
  @MapKeyEnumerated(EnumType.STRING)
  @Column(name = "value")
  private Map<RuleParameter, String> values = new HashMap<>();

  @Version private int version;

  protected EnactedRules() {}

  /** The rules of a sound set, approved by this decision. */
  public EnactedRules(RuleSet rules, String approvedBy) {
    this.code = rules.code();
    this.level = rules.level();
    this.validFrom = rules.validFrom();
    this.approvedBy = Objects.requireNonNull(approvedBy, "approvedBy");
    this.values.putAll(rules.texts());
  }

  /** As rules that can be asked. */
  public RuleSet rules() {
    return RuleSet.of(code, 1, level, validFrom, values);
  }

  public Map<RuleParameter, String> getValues() {
    return Collections.unmodifiableMap(values);
  }

  public Long getId() {
    return id;
  }

  public String getCode() {
    return code;
  }

  public Level getLevel() {
    return level;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public String getApprovedBy() {
    return approvedBy;
  }

  public int getVersion() {
    return version;
  }
}
