package kz.miras.registrar.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import kz.miras.registrar.access.service.AccountDesk;
import kz.miras.registrar.access.service.mail.MailDesk;
import kz.miras.registrar.shared.Verdict;

/** What everybody may change of the own account. */
@Named("profile")
@RequestScoped
public class OwnProfile {

  @Inject private AccountDesk desk;
  @Inject private MailDesk mails;
  @Inject private Answers answers;

  private String present;
  private String wanted;
  private String again;
  private MailDesk.Wish wish;
  private Boolean mailed;

  public String change() {
    if (!Objects.equals(wanted, again)) {
      answers.unknown("access.password.differs");
      return null;
    }
    return answers.tell(desk.changeOwnPassword(present, wanted), "access.password.set")
        ? "/access/profile.xhtml?faces-redirect=true"
        : null;
  }

  /** What the caller gets by mail. */
  public MailDesk.Wish getWish() {
    if (wish == null) {
      wish = mails.wish();
    }
    return wish;
  }

  /** Keeps whether notices are to be mailed. */
  public String keepWish() {
    mails.wish(Boolean.TRUE.equals(mailed));
    answers.tell(Verdict.allowed(), "access.mail.wish-kept");
    return "/access/profile.xhtml?faces-redirect=true";
  }

  public boolean isMailed() {
    return mailed == null ? getWish().wanted() : mailed;
  }

  public void setMailed(boolean mailed) {
    this.mailed = mailed;
  }

  public String getPresent() {
    return null;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  public String getWanted() {
    return null;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getAgain() {
    return null;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
