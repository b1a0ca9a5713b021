package kz.miras.registrar.access;

import kz.miras.registrar.shared.Keyed;

/** How far a mail is. */
public enum MailState implements Keyed {
  /** Is to be sent, perhaps again. */
  WAITING,
  /** The mail server has taken it. */
  SENT,
  /** Was tried often enough; somebody has to look. */
  FAILED;

  @Override
  public String key() {
    return "access.mail.state." + name();
  }
}
