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
import kz.miras.registrar.shared.LocalizedText;

/** A school, department or office of the university. */
@Entity
@Table(name = "org_unit")
public class OrgUnit {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "org_unit")
  @SequenceGenerator(name = "org_unit", sequenceName = "curriculum_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false)
  private String code;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private OrgUnitKind kind;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_id")
  private OrgUnit parent;

  @Embedded private LocalizedText name;

  @Version private int version;

  protected OrgUnit() {}

  public OrgUnit(String code, OrgUnitKind kind, OrgUnit parent, LocalizedText name) {
    this.code = Objects.requireNonNull(code, "code");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.parent = parent;
    this.name = Objects.requireNonNull(name, "name");
  }

  /** Replaces what may be edited; the caller has judged it by the rules. */
  public void edit(String code, OrgUnit parent, LocalizedText name) {
    this.code = Objects.requireNonNull(code, "code");
    this.parent = parent;
    this.name = Objects.requireNonNull(name, "name");
  }

  public Long getId() {
    return id;
  }

  public String getCode() {
    return code;
  }

  public OrgUnitKind getKind() {
    return kind;
  }

  public OrgUnit getParent() {
    return parent;
  }

  public LocalizedText getName() {
    return name;
  }

  public int getVersion() {
    return version;
  }
}
