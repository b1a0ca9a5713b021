package kz.miras.registrar.access;

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
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;

/** A {@link PersonalRight} as it is kept: given to or taken from an account beside its roles. */
@Entity
@Table(name = "personal_right")
public class RightByOrder {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "personal_right")
  @SequenceGenerator(name = "personal_right", sequenceName = "account_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id", updatable = false)
  private Account account;

  @Column(nullable = false, updatable = false)
  private String permission;

  @Column(nullable = false, updatable = false)
  private String scopes;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(nullable = false, updatable = false)
  private String basis;

  @Version private int version;

  protected RightByOrder() {}

  public RightByOrder(Account account, PersonalRight right) {
    this.account = Objects.requireNonNull(account, "account");
    this.permission = right.permission();
    this.scopes =
        right.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(" "));
    this.validFrom = right.from();
    this.validTo = right.to();
    this.basis = right.basis();
  }

  /** Ends it with this day; it is never deleted. */
  public void endOn(LocalDate lastDay) {
    this.validTo = lastDay.isBefore(validFrom) ? validFrom : lastDay;
  }

  public Long getId() {
    return id;
  }

  public LocalDate getValidTo() {
    return validTo;
  }
}
