package kz.miras.registrar.attestation.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Somebody in a commission; never changed once named. */
@Entity
@Table(name = "commission_member")
public class CommissionMember {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "commission-member")
  @SequenceGenerator(
      name = "commission-member",
      sequenceName = "attestation_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "commission_id", nullable = false, updatable = false)
  private long commissionId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private CommissionOffice office;

  @Column(name = "teacher_id", updatable = false)
  private Long teacherId;

  @Column(name = "account_id", updatable = false)
  private Long accountId;

  protected CommissionMember() {}

  /** Somebody as the order names them. */
  public CommissionMember(long commission, AppealCommission.Seat seat) {
    this.commissionId = commission;
    this.office = seat.office();
    this.teacherId = seat.teacher();
    this.accountId = seat.account();
  }

  /** Whether this is the person behind an account. */
  public boolean is(long account, Long teacher) {
    return accountId == null ? teacherId.equals(teacher) : accountId == account;
  }

  public Long getId() {
    return id;
  }

  public long getCommissionId() {
    return commissionId;
  }

  public CommissionOffice getOffice() {
    return office;
  }

  public Long getTeacherId() {
    return teacherId;
  }

  public Long getAccountId() {
    return accountId;
  }
}
