package kz.miras.registrar.access.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Grant;
import kz.miras.registrar.access.GrantSound;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.PersonalRight;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.AccountQueries;
import kz.miras.registrar.access.service.GrantDesk;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Words;

/** Roles and personal rights of the account on the page: given, approved, executed, ended. */
@Named("grants")
@ViewScoped
public class GrantScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private AccountScreen account;
  @Inject private AccountQueries queries;
  @Inject private GrantDesk desk;
  @Inject private Answers answers;
  @Inject private Words words;
  @Inject private May may;
  @Inject private LanguageChoice language;

  private Role role;
  private Long school;
  private LocalDate from;
  private LocalDate to;
  private String basis;
  private String delegator;
  private String permission;
  private List<Scope> scopes = List.of();
  private LocalDate lastDay;
  private String reason;

  /** Gives a role: at once where an order has made it, else prepared for the director. */
  public String give() {
    if (role == null || from == null) {
      answers.unknown("access.grant.incomplete");
      return null;
    }
    Long standsFor = null;
    if (delegator != null && !delegator.isBlank()) {
      standsFor = queries.keyOf(delegator.strip());
      if (standsFor == null) {
        answers.unknown("access.grant.delegator-unknown");
        return null;
      }
    }
    Grant grant =
        new Grant(role, school == null ? Set.of() : Set.of(school), from, to, basis, standsFor);
    boolean executes = may.can(Permissions.GRANT_EXECUTE);
    return answers.tell(
            executes ? desk.enter(account.key(), grant) : desk.prepare(account.key(), grant),
            executes ? "access.grant.given" : "access.grant.prepared")
        ? account.page()
        : null;
  }

  public String approve(long proposal) {
    return after(answers.tell(desk.approve(proposal, reason), "access.grant.approved"));
  }

  public String reject(long proposal) {
    return after(answers.tell(desk.reject(proposal, reason), "access.grant.rejected"));
  }

  public String execute(long proposal) {
    return after(answers.tell(desk.execute(proposal), "access.grant.given"));
  }

  public String end(long grant) {
    return after(answers.tell(desk.end(grant, lastDay, reason), "access.grant.ended"));
  }

  public String endRight(long right) {
    return after(answers.tell(desk.endRight(right, lastDay, reason), "access.grant.ended"));
  }

  /** Gives or, without a scope, takes away one right. */
  public String giveRight() {
    if (permission == null || from == null) {
      answers.unknown("access.grant.incomplete");
      return null;
    }
    PersonalRight right = new PersonalRight(permission, Set.copyOf(scopes), from, to, basis);
    return after(answers.tell(desk.enterRight(account.key(), right), "access.grant.given"));
  }

  private String after(boolean done) {
    return done ? account.page() : null;
  }

  /** Roles the caller may give here, with their names. */
  public Map<String, Role> getRoles() {
    boolean executes = may.can(Permissions.GRANT_EXECUTE);
    Map<String, Role> roles = new LinkedHashMap<>();
    Arrays.stream(Role.values())
        .filter(r -> r != Role.SYSTEM && GrantSound.needsApproval(r) != executes)
        .forEach(r -> roles.put(words.get("access.role." + r.name()), r));
    return roles;
  }

  public Map<String, Long> getSchools() {
    Map<String, Long> schools = new LinkedHashMap<>();
    queries.schools().forEach(s -> schools.put(s.name().in(language.getLanguage()), s.id()));
    return schools;
  }

  public Map<String, String> getPermissions() {
    Map<String, String> permissions = new LinkedHashMap<>();
    Permissions.all().forEach(p -> permissions.put(words.get("access.permission." + p), p));
    return permissions;
  }

  public Scope[] getAllScopes() {
    return Scope.values();
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public Long getSchool() {
    return school;
  }

  public void setSchool(Long school) {
    this.school = school;
  }

  public LocalDate getFrom() {
    return from;
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

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }

  public String getDelegator() {
    return delegator;
  }

  public void setDelegator(String delegator) {
    this.delegator = delegator;
  }

  public String getPermission() {
    return permission;
  }

  public void setPermission(String permission) {
    this.permission = permission;
  }

  public List<Scope> getScopes() {
    return scopes;
  }

  public void setScopes(List<Scope> scopes) {
    this.scopes = scopes == null ? List.of() : List.copyOf(scopes);
  }

  public LocalDate getLastDay() {
    return lastDay;
  }

  public void setLastDay(LocalDate lastDay) {
    this.lastDay = lastDay;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
