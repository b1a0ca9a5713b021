package kz.miras.registrar.access.service.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * What the university has for partners. It is written in the transaction of what it tells, so that
 * both are stored or neither is, and stays until the partner has acknowledged it: fetched twice it
 * is the same, by its number.
 */
@ApplicationScoped
public class PartnerOutbox {

  private static final int SUBJECT = 200;
  private static final int TEXT = 4000;

  @Inject private TableRows rows;
  @Inject private UniversityTime time;

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
   * Writes something for a partner, in the caller's transaction.
   *
   * @param partner key of the partner
   * @param aggregate what it is about: fetched in the order it was written
   */
  public void put(
      long partner, String aggregate, String kind, String inReplyTo, String subject, String text) {
    rows.change(
        "INSERT INTO partner_outbox (id, uuid, partner_id, aggregate, kind, in_reply_to, subject,"
            + " text, created_at) VALUES (NEXTVAL(partner_seq), ?, ?, ?, ?, ?, ?, ?, ?)",
        UUID.randomUUID().toString(),
        partner,
        aggregate,
        kind,
        inReplyTo,
        Fitted.to(SUBJECT, subject),
        Fitted.to(TEXT, text),
        TableRows.utc(time.now()));
  }

  /** What waits for a partner, the oldest first. */
  public List<Item> waiting(long partner, int most) {
    return rows.list(
        "SELECT uuid, created_at, kind, in_reply_to, subject, text FROM partner_outbox WHERE"
            + " partner_id = ? AND state = 'WAITING' ORDER BY id LIMIT ?",
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
    rows.change(
        "UPDATE partner_outbox SET state = 'ACKNOWLEDGED', acknowledged_at = ? WHERE uuid = ? AND"
            + " partner_id = ? AND state = 'WAITING'",
        TableRows.utc(time.now()),
        item.toString(),
        partner);
    return rows.one(
            "SELECT 1 FROM partner_outbox WHERE uuid = ? AND partner_id = ? AND state ="
                + " 'ACKNOWLEDGED'",
            row -> true,
            item.toString(),
            partner)
        .isPresent();
  }
}
