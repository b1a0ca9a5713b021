package kz.miras.registrar.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import kz.miras.registrar.access.AccountKind;
import kz.miras.registrar.access.service.AccountDesk;
import kz.miras.registrar.access.service.AccountDesk.NewAccount;
import kz.miras.registrar.access.service.AccountQueries;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.UniversityTime;

/** The form of a new account. */
@Named("opening")
@RequestScoped
public class AccountOpening {

  @Inject private AccountDesk desk;
  @Inject private AccountQueries queries;
  @Inject private Answers answers;
  @Inject private UniversityTime time;

  private String login;
  private String displayName;
  private String email;
  private AccountKind kind = AccountKind.PERSON;
  private Language language = Language.KK;
  private LocalDate from;
  private LocalDate to;
  private String student;
  private String teacher;
  private String password;

  /** Opens the account and shows it, so that it gets its first role. */
  public String open() {
    Long studentId = student == null ? null : queries.student(student.strip());
    Long teacherId = teacher == null ? null : queries.teacher(teacher.strip());
    if (student != null && studentId == null) {
      answers.unknown("access.account.student-unknown");
      return null;
    }
    if (teacher != null && teacherId == null) {
      answers.unknown("access.account.teacher-unknown");
      return null;
    }
    NewAccount typed =
        new NewAccount(
            login, displayName, email, kind, language, from, to, studentId, teacherId, password);
    return answers.tell(desk.open(typed), "access.account.opened")
        ? "/office/list.xhtml?list=accounts&q=" + login + "&faces-redirect=true"
        : null;
  }

  public AccountKind[] getKinds() {
    return AccountKind.values();
  }

  public Language[] getLanguages() {
    return Language.values();
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public AccountKind getKind() {
    return kind;
  }

  public void setKind(AccountKind kind) {
    this.kind = kind;
  }

  public Language getLanguage() {
    return language;
  }

  public void setLanguage(Language language) {
    this.language = language;
  }

  public LocalDate getFrom() {
    return from == null ? time.today() : from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
  }

  public String getTeacher() {
    return teacher;
  }

  public void setTeacher(String teacher) {
    this.teacher = teacher;
  }

  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
