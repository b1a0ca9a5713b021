package kz.miras.registrar.access;

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
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.shared.Language;

/** Somebody, or some system, that signs in. What it may do follows from its grants. */
@Entity
@Table(name = "account")
public class Account {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account")
  @SequenceGenerator(name = "account", sequenceName = "account_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(nullable = false, updatable = false)
  private String login;

  @Column(name = "display_name", nullable = false)
  private String displayName;

  private String email;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private AccountKind kind;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "valid_from", nullable = false)
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(nullable = false)
  private String language;

  @Column(name = "student_id")
  private Long studentId;

  @Column(name = "teacher_id")
  private Long teacherId;

  @Version private int version;

  protected Account() {}

  public Account(
      String login,
      String displayName,
      String email,
      AccountKind kind,
      LocalDate validFrom,
      LocalDate validTo,
      Language language,
      Long studentId,
      Long teacherId) {
    this.uuid = UUID.randomUUID();
    this.login = Objects.requireNonNull(login, "login");
    this.displayName = Objects.requireNonNull(displayName, "displayName");
    this.email = email;
    this.kind = Objects.requireNonNull(kind, "kind");
    this.validFrom = Objects.requireNonNull(validFrom, "validFrom");
    this.validTo = validTo;
    this.language = language.tag();
    this.studentId = studentId;
    this.teacherId = teacherId;
  }

  /** Replaces what may be edited; the caller has judged it by the rules. */
  public void edit(
      String displayName, String email, LocalDate validFrom, LocalDate validTo, Language language) {
    this.displayName = Objects.requireNonNull(displayName, "displayName");
    this.email = email;
    this.validFrom = Objects.requireNonNull(validFrom, "validFrom");
    this.validTo = validTo;
    this.language = language.tag();
  }

  /**
   * Sets the password.
   *
   * @param bcrypt its bcrypt hash in modular crypt form, never the password
   */
  public void changePassword(String bcrypt) {
    this.passwordHash = Objects.requireNonNull(bcrypt, "bcrypt");
  }

  /** Access ends with this day. */
  public void endOn(LocalDate lastDay) {
    this.validTo = lastDay;
  }

  public void speak(Language language) {
    this.language = language.tag();
  }

  /** The bcrypt hash, to compare a typed password with; null where none is set. */
  public String getPasswordHash() {
    return passwordHash;
  }

  public boolean hasPassword() {
    return passwordHash != null;
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public String getLogin() {
    return login;
  }

  public String getDisplayName() {
    return displayName;
  }

  public String getEmail() {
    return email;
  }

  public AccountKind getKind() {
    return kind;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public Language getLanguage() {
    return Language.of(language);
  }

  public Long getStudentId() {
    return studentId;
  }

  public Long getTeacherId() {
    return teacherId;
  }

  public int getVersion() {
    return version;
  }
}
