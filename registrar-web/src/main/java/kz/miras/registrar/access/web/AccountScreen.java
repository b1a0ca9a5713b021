package kz.miras.registrar.access.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import kz.miras.registrar.access.service.AccountCard;
import kz.miras.registrar.access.service.AccountDesk;
import kz.miras.registrar.access.service.AccountQueries;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** One account: its data, its password, its end. Grants are in {@link GrantScreen}. */
@Named("account")
@ViewScoped
public class AccountScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private AccountQueries queries;
  @Inject private AccountDesk desk;
  @Inject private Answers answers;

  private String id = KeptAddress.parameter("id");
  private AccountCard card;
  private String displayName;
  private String email;
  private LocalDate from;
  private LocalDate to;
  private Language language;
  private String password;
  private LocalDate lastDay;
  private String reason;

  /** Opens the account named in the address. */
  public void load() {
    card = queries.card(key());
    displayName = card.displayName();
    email = card.email();
    from = card.from();
    to = card.to();
    language = card.language();
  }

  /** The outside id; what is none is not found. */
  UUID key() {
    return PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound("account", id));
  }

  String page() {
    return "/access/account.xhtml?id=" + key() + "&faces-redirect=true";
  }

  public String save() {
    return answers.tell(
            desk.edit(key(), displayName, email, from, to, language), "access.account.saved")
        ? page()
        : null;
  }

  public String setNewPassword() {
    return answers.tell(desk.setPassword(key(), password), "access.password.set") ? page() : null;
  }

  public String end() {
    return answers.tell(desk.end(key(), lastDay, reason), "access.account.ended") ? page() : null;
  }

  public AccountCard getCard() {
    return card;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
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

  public Language getLanguage() {
    return language;
  }

  public void setLanguage(Language language) {
    this.language = language;
  }

  public Language[] getLanguages() {
    return Language.values();
  }

  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
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
