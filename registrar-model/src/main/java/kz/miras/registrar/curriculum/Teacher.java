package kz.miras.registrar.curriculum;

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
import java.util.Objects;
import java.util.UUID;

/** A member of the teaching staff; also adviser or examiner. */
@Entity
@Table(name = "teacher")
public class Teacher {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "teacher")
  @SequenceGenerator(name = "teacher", sequenceName = "curriculum_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "personnel_no", nullable = false)
  private String personnelNo;

  @Column(name = "last_name", nullable = false)
  private String lastName;

  @Column(name = "first_name", nullable = false)
  private String firstName;

  private String patronymic;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "department_id")
  private OrgUnit department;

  private String position;

  private String email;

  @Column(nullable = false)
  private boolean active;

  @Version private int version;

  protected Teacher() {}

  public Teacher(
      String personnelNo,
      String lastName,
      String firstName,
      String patronymic,
      OrgUnit department,
      String position,
      String email) {
    this.uuid = UUID.randomUUID();
    this.active = true;
    this.personnelNo = Objects.requireNonNull(personnelNo, "personnelNo");
    this.lastName = Objects.requireNonNull(lastName, "lastName");
    this.firstName = Objects.requireNonNull(firstName, "firstName");
    this.patronymic = patronymic;
    this.department = Objects.requireNonNull(department, "department");
    this.position = position;
    this.email = email;
  }

  /** Replaces what may be edited; the caller has judged it by the rules. */
  public void edit(
      String personnelNo,
      String lastName,
      String firstName,
      String patronymic,
      OrgUnit department,
      String position,
      String email) {
    this.personnelNo = Objects.requireNonNull(personnelNo, "personnelNo");
    this.lastName = Objects.requireNonNull(lastName, "lastName");
    this.firstName = Objects.requireNonNull(firstName, "firstName");
    this.patronymic = patronymic;
    this.department = Objects.requireNonNull(department, "department");
    this.position = position;
    this.email = email;
  }

  /** Surname, name and patronymic as documents print them. */
  public String fullName() {
    return lastName + " " + firstName + (patronymic == null ? "" : " " + patronymic);
  }

  /** Surname and initials. */
  public String shortName() {
    String initials = " " + firstName.charAt(0) + ".";
    return lastName
        + initials
        + (patronymic == null || patronymic.isEmpty() ? "" : patronymic.charAt(0) + ".");
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

  public String getPersonnelNo() {
    return personnelNo;
  }

  public String getLastName() {
    return lastName;
  }

  public String getFirstName() {
    return firstName;
  }

  public String getPatronymic() {
    return patronymic;
  }

  public OrgUnit getDepartment() {
    return department;
  }

  public String getPosition() {
    return position;
  }

  public String getEmail() {
    return email;
  }

  public boolean isActive() {
    return active;
  }

  public int getVersion() {
    return version;
  }
}
