package kz.miras.registrar.access;

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
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A role held by an account between two dates, with the document it rests on; for a delegation also
 * whose place it takes.
 */
@Entity
@Table(name = "role_grant")
public class RoleGrant {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "role_grant")
  @SequenceGenerator(name = "role_grant", sequenceName = "account_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id", updatable = false)
  private Account account;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Role role;

  @Column(name = "school_id", updatable = false)
  private Long schoolId;

  @Column(name = "commission_id", updatable = false)
  private Long commissionId;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(nullable = false, updatable = false)
  private String basis;

  @Column(name = "delegated_from", updatable = false)
  private Long delegatedFrom;

  @Version private int version;

  protected RoleGrant() {}

  public RoleGrant(
      Account account,
      Role role,
      Long schoolId,
      LocalDate validFrom,
      LocalDate validTo,
      String basis,
      Long delegatedFrom) {
    this.account = Objects.requireNonNull(account, "account");
    this.role = Objects.requireNonNull(role, "role");
    this.schoolId = schoolId;
    this.validFrom = Objects.requireNonNull(validFrom, "validFrom");
    this.validTo = validTo;
    this.basis = Objects.requireNonNull(basis, "basis");
    this.delegatedFrom = delegatedFrom;
  }

  /**
   * What an order grants, entered for its account.
   *
   * @param grant with at most one target: a school, or for a role of commissions a commission
   */
  public static RoleGrant of(Account account, Grant grant) {
    Long target = grant.targets().stream().findFirst().orElse(null);
    boolean commission = PermissionMatrix.standard().uses(grant.role(), Scope.OWN_COMMISSION);
    RoleGrant entered =
        new RoleGrant(
            account,
            grant.role(),
            commission ? null : target,
            grant.from(),
            grant.to(),
            grant.basis(),
            grant.delegatedFrom());
    entered.commissionId = commission ? target : null;
    return entered;
  }

  /** Ends it with this day; a grant is never deleted. */
  public void endOn(LocalDate lastDay) {
    this.validTo = lastDay.isBefore(validFrom) ? validFrom : lastDay;
  }

  /** The same as a value the rules work with. */
  public Grant toGrant() {
    return new Grant(
        role,
        Stream.of(schoolId, commissionId).filter(Objects::nonNull).collect(Collectors.toSet()),
        validFrom,
        validTo,
        basis,
        delegatedFrom);
  }

  public Long getId() {
    return id;
  }

  public Account getAccount() {
    return account;
  }

  public Role getRole() {
    return role;
  }

  public Long getSchoolId() {
    return schoolId;
  }

  /** The commission whose matters it reaches; null where it is for none. */
  public Long getCommissionId() {
    return commissionId;
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

  public Long getDelegatedFrom() {
    return delegatedFrom;
  }

  public int getVersion() {
    return version;
  }
}
