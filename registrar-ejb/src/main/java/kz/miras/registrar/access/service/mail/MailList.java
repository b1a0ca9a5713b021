package kz.miras.registrar.access.service.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.MailState;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Mails as a list: sent, waiting, failed. */
@ApplicationScoped
public class MailList implements ListSource {

  private static final String CODE = "mails";

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
            CODE,
            Permissions.ACCOUNT_READ,
            "mail m LEFT JOIN account a ON a.id = m.account_id WHERE 1 = 1",
            "m.uuid",
            List.of(
                Column.moment("created_at", "m.created_at"),
                Column.text("login", "a.login"),
                Column.text("mail_address", "m.address"),
                Column.number("mail_notices", "m.notices"),
                Column.choice("mail_state", "m.state", "access.mail.state.", MailState.class),
                Column.number("mail_attempts", "m.attempts"),
                Column.moment("mail_next_at", "m.next_at"),
                Column.moment("mail_sent_at", "m.sent_at"),
                Column.text("mail_error", "m.error").hidden()),
            "m.created_at DESC, m.id DESC",
            "/access/mail.xhtml?id={id}"));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(CODE, "failed", Permissions.ACCOUNT_EDIT, Due.Urgency.WRONG, "m.state = 'FAILED'"));
  }
}
