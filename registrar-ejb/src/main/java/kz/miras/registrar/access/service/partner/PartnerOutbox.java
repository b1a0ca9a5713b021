package kz.miras.registrar.access.service.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.partner.OutgoingState;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * What the university has for partners. It is written in the transaction of what it tells, so that
 * both are stored or neither is. Where the terms of a partner name an address it is delivered
 * there; and it stays until the partner took or acknowledged it: fetched or delivered twice it is
 * the same, by its number.
 */
@ApplicationScoped
public class PartnerOutbox {

  /** Moment of SQL: what a partner was told of is never sent again of itself. */
  public static final String NEVER = "'9999-12-31'";

  private static final int SUBJECT = 200;
  private static final int TEXT = 4000;

  @Inject private TableRows rows;
  @Inject private UniversityTime time;
  @Inject private Event<Acknowledged> acknowledged;

  /**
   * Something for a partner.
   *
   * @param kind what it is, as contracts call it
   * @param inReplyTo receipt of what it answers; null for none
   */
  public record Item(
      UUID id, Instant created, String kind, String inReplyTo, String subject, String text)
      implements Serializable {}

  /**
   * The state of a row {@code o} of messages, as {@link OutgoingState} names it.
   *
   * @param now the moment, in SQL
   */
  public static String stateAt(String now) {
    return "CASE WHEN o.state <> 'WAITING' THEN o.state WHEN o.claimed_until > "
        + now
        + " THEN 'TRYING' WHEN o.next_at = "
        + NEVER
        + " THEN 'TOLD' ELSE o.state END";
  }

  /** A partner has acknowledged something, for the first time; told in the same transaction. */
  public record Acknowledged(UUID id) implements Serializable {}

  /**
   * Writes something for a partner, in the caller's transaction.
   *
   * @param partner key of the partner
   * @param aggregate what it is about: fetched in the order it was written
   */
  public void put(
      long partner, String aggregate, String kind, String inReplyTo, String subject, String text) {
    put(partner, aggregate, kind, inReplyTo, subject, text, false);
  }

  /**
   * The same of something that files go with: delivered it is told, and waits until the partner has
   * fetched the files with it.
   *
   * @return its key
   */
  public long putWithFiles(
      long partner, String aggregate, String kind, String inReplyTo, String subject, String text) {
    return put(partner, aggregate, kind, inReplyTo, subject, text, true);
  }

  private long put(
      long partner,
      String aggregate,
      String kind,
      String inReplyTo,
      String subject,
      String text,
      boolean files) {
    long id = rows.one("SELECT NEXTVAL(partner_seq)", row -> row.getLong(1)).orElseThrow();
    rows.change(
        "INSERT INTO partner_outbox (id, uuid, partner_id, aggregate, kind, in_reply_to, subject,"
            + " text, created_at, next_at, with_files) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        UUID.randomUUID().toString(),
        partner,
        aggregate,
        kind,
        inReplyTo,
        Fitted.to(SUBJECT, subject),
        Fitted.to(TEXT, text),
        TableRows.utc(time.now()),
        TableRows.utc(time.now()),
        files);
    return id;
  }

  /**
   * Writes something for the partner an account belongs to, in the caller's transaction; nothing
   * where it belongs to none.
   *
   * @param receipt of the request it answers, which it is about
   * @param subject key of its words, in the language of the account; the receipt goes into them
   */
  public void put(long account, String kind, String receipt, String subject, String text) {
    rows.one(
            "SELECT p.id, a.language FROM partner p JOIN account a ON a.id = p.account_id WHERE"
                + " a.id = ?",
            row -> Map.entry(row.getLong(1), Language.of(row.getString(2))),
            account)
        .ifPresent(
            one ->
                put(
                    one.getKey(),
                    receipt,
                    kind,
                    receipt,
                    Messages.text(one.getValue(), subject, receipt),
                    text));
  }

  /** What waits for a partner, the oldest first; what could not be delivered among it. */
  public List<Item> waiting(long partner, int most) {
    return rows.list(
        "SELECT uuid, created_at, kind, in_reply_to, subject, text FROM partner_outbox WHERE"
            + " partner_id = ? AND state IN ('WAITING', 'DEAD') ORDER BY id LIMIT ?",
        row ->
            new Item(
                UUID.fromString(row.getString(1)),
                TableRows.instant(row, "created_at"),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)),
        partner,
        most);
  }

  /**
   * A partner says that something has arrived; once more changes nothing.
   *
   * @return whether there is such a thing for this partner
   */
  public boolean acknowledge(long partner, UUID item) {
    int first =
        rows.change(
            "UPDATE partner_outbox SET state = 'ACKNOWLEDGED', acknowledged_at = ? WHERE uuid = ?"
                + " AND partner_id = ? AND state IN ('WAITING', 'DEAD')",
            TableRows.utc(time.now()),
            item.toString(),
            partner);
    if (first == 1) {
      acknowledged.fire(new Acknowledged(item));
    }
    return rows.one(
            "SELECT 1 FROM partner_outbox WHERE uuid = ? AND partner_id = ? AND state ="
                + " 'ACKNOWLEDGED'",
            row -> true,
            item.toString(),
            partner)
        .isPresent();
  }
}
