package kz.miras.registrar.correspondence.service.exchange;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.access.partner.ContentTerm;
import kz.miras.registrar.correspondence.exchange.CaseSteps;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * PRT-21. Forgets what partners sent and were told when its term is over. That a message came,
 * when, what became of it and by what it is known again stays, as do name and checksum of a file
 * and what the university has decided. Letters are kept as their file case is.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CaseContents {

  private static final String ENDED =
      "c.status IN (" + Statements.places(CaseSteps.ended().size()) + ") AND c.changed_at < ?";

  @Inject private TableRows rows;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /**
   * Forgets contents of messages.
   *
   * @param most at once
   * @return how many were forgotten
   */
  public int messages(int most) {
    List<Object> values = new ArrayList<>();
    values.add(over());
    values.addAll(ended());
    values.add(most);
    return forget(
        "partner_message SET request = NULL, answer = NULL",
        rows.list(
            "SELECT m.id FROM partner_message m LEFT JOIN exchange_case c ON c.partner_id ="
                + " m.partner_id AND c.message_id = m.message_id WHERE m.forgotten_at IS NULL AND"
                + " m.received_at < ? AND m.state IN ('ANSWERED', 'REFUSED', 'DISCARDED') AND (c.id"
                + " IS NULL OR "
                + ENDED
                + ") ORDER BY m.received_at LIMIT ?",
            row -> row.getLong(1),
            values.toArray()));
  }

  /**
   * Forgets files of cases.
   *
   * @param most at once
   * @return how many were forgotten
   */
  public int files(int most) {
    List<Object> values = new ArrayList<>();
    values.add(over());
    values.addAll(ended());
    values.add(most);
    return forget(
        "exchange_case_file SET content = NULL",
        rows.list(
            "SELECT f.id FROM exchange_case_file f JOIN exchange_case c ON c.id = f.case_id WHERE"
                + " f.forgotten_at IS NULL AND f.added_at < ? AND "
                + ENDED
                + " ORDER BY f.added_at LIMIT ?",
            row -> row.getLong(1),
            values.toArray()));
  }

  /**
   * Forgets what cases say.
   *
   * @param most at once
   * @return how many were forgotten
   */
  public int cases(int most) {
    List<Object> values = ended();
    values.add(most);
    return forget(
        "exchange_case SET contents = NULL, subject = ''",
        rows.list(
            "SELECT c.id FROM exchange_case c WHERE c.forgotten_at IS NULL AND "
                + ENDED
                + " ORDER BY c.changed_at LIMIT ?",
            row -> row.getLong(1),
            values.toArray()));
  }

  /**
   * Forgets what partners were told and have taken, or what was given up.
   *
   * @param most at once
   * @return how many were forgotten
   */
  public int outgoing(int most) {
    List<Object> values = new ArrayList<>();
    values.add(over());
    values.add(over());
    values.addAll(ended());
    values.add(most);
    return forget(
        "partner_outbox SET text = NULL, subject = ''",
        rows.list(
            "SELECT o.id FROM partner_outbox o LEFT JOIN exchange_case c ON c.partner_id ="
                + " o.partner_id AND c.receipt = o.in_reply_to WHERE o.forgotten_at IS NULL AND"
                + " o.created_at < ? AND o.state IN ('ACKNOWLEDGED', 'GIVEN_UP') AND"
                + " COALESCE(o.acknowledged_at, o.handled_at) < ? AND (c.id IS NULL OR "
                + ENDED
                + ") ORDER BY o.created_at LIMIT ?",
            row -> row.getLong(1),
            values.toArray()));
  }

  private List<Object> ended() {
    List<Object> values = new ArrayList<>();
    CaseSteps.ended().forEach(status -> values.add(status.name()));
    values.add(over());
    return values;
  }

  private int forget(String change, List<Long> keys) {
    for (long key : keys) {
      rows.change(
          "UPDATE " + change + ", forgotten_at = ? WHERE id = ?", TableRows.utc(time.now()), key);
    }
    return keys.size();
  }

  private LocalDateTime over() {
    ContentTerm term =
        new ContentTerm(
            Integer.parseInt(settings.text("partner.content-days", time.today(), "1095")));
    return TableRows.utc(term.keptFrom(time.today()).atStartOfDay(time.zone()).toInstant());
  }
}
