package kz.miras.registrar.access.service.partner;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.partner.MessageState;
import kz.miras.registrar.access.partner.MessageTaking;
import kz.miras.registrar.access.partner.MessageTaking.Stored;
import kz.miras.registrar.access.partner.RegisteredPartner;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.RandomToken;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * PRT-12. Messages that submit something, each step in a transaction of its own: what came is
 * stored before anybody acts on it, and what was answered is answered the same again.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PartnerInbox {

  /** How long a server may be at a message before another may try. */
  private static final Duration CLAIM = Duration.ofMinutes(10);

  private static final int TYPE = 300;
  private static final int REASON = 2000;

  @Inject private TableRows rows;
  @Inject private UniversityTime time;

  /**
   * A message as it comes.
   *
   * @param version of SOAP
   * @param type of its body
   * @param request as it is kept
   * @param payload SHA-256 of what it asks
   */
  public record Incoming(
      String messageId,
      String service,
      String operation,
      String version,
      String type,
      byte[] request,
      byte[] payload) {
    public Incoming {
      request = request.clone();
      payload = payload.clone();
    }

    @Override
    public byte[] request() {
      return request.clone();
    }

    @Override
    public byte[] payload() {
      return payload.clone();
    }
  }

  /**
   * What was answered before.
   *
   * @param version of SOAP it was answered in
   */
  public record Answer(String version, String type, byte[] body) {
    public Answer {
      body = body.clone();
    }

    @Override
    public byte[] body() {
      return body.clone();
    }
  }

  /**
   * A message that was taken, or not.
   *
   * @param id key
   * @param verdict whether it is acted on
   * @param answer given before; null where it is acted on now
   */
  public record Taken(long id, Verdict verdict, Answer answer) {}

  private record Row(long id, Stored stored, Answer answer) {}

  /**
   * Stores a message, or finds it stored.
   *
   * @param claim lasts as long as the caller is at it
   */
  public Taken take(RegisteredPartner partner, Incoming came, ServerClaim claim) {
    Instant now = time.now();
    int stored =
        rows.change(
            "INSERT IGNORE INTO partner_message (id, uuid, partner_id, message_id, service,"
                + " operation, version, request_type, request, payload_sha256, received_at, state,"
                + " claimed_by, claimed_until) VALUES (NEXTVAL(partner_seq), ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, 'RECEIVED', ?, ?)",
            UUID.randomUUID().toString(),
            partner.id(),
            came.messageId(),
            came.service(),
            came.operation(),
            came.version(),
            Fitted.to(TYPE, came.type()),
            came.request(),
            came.payload(),
            TableRows.utc(now),
            claim.text(),
            TableRows.utc(now.plus(CLAIM)));
    Row row = row(partner, came.messageId());
    if (stored == 1) {
      return new Taken(row.id(), Verdict.allowed(), null);
    }
    Verdict verdict =
        MessageTaking.again(
            row.stored(), came.payload(), ServerClaim.NODE, ServerClaim::lasts, now);
    if (!verdict.isAllowed() || row.stored().state() == MessageState.ANSWERED) {
      return new Taken(row.id(), verdict, row.answer());
    }
    rows.change(
        "UPDATE partner_message SET state = 'RECEIVED', attempts = attempts + 1, claimed_by = ?,"
            + " claimed_until = ? WHERE id = ?",
        claim.text(),
        TableRows.utc(now.plus(CLAIM)),
        row.id());
    return new Taken(row.id(), verdict, null);
  }

  private Row row(RegisteredPartner partner, String messageId) {
    return rows.one(
            "SELECT id, state, payload_sha256, claimed_by, claimed_until, forgotten_at, version,"
                + " answer_type, answer FROM partner_message WHERE partner_id = ? AND message_id = ? FOR UPDATE",
            found -> {
              byte[] answer = found.getBytes("answer");
              return new Row(
                  found.getLong("id"),
                  stored(found),
                  answer == null
                      ? null
                      : new Answer(
                          found.getString("version"), found.getString("answer_type"), answer));
            },
            partner.id(),
            messageId)
        .orElseThrow();
  }

  /** A message as its row keeps it. */
  static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        MessageState.valueOf(row.getString("state")),
        row.getBytes("payload_sha256"),
        row.getString("claimed_by"),
        TableRows.instant(row, "claimed_until"),
        TableRows.instant(row, "forgotten_at") != null);
  }

  /**
   * A stored message that is taken up again.
   *
   * @param login of the partner's account
   * @param type of its body
   */
  public record TakenUp(
      long id, String uuid, String login, String service, String type, byte[] request) {
    public TakenUp {
      request = request.clone();
    }

    @Override
    public byte[] request() {
      return request.clone();
    }
  }

  /**
   * PRT-19. The message a ticket opens, which from now on opens nothing any more.
   *
   * @param claim lasts as long as the caller is at it
   */
  public Optional<TakenUp> takeUp(String ticket, ServerClaim claim) {
    Instant now = time.now();
    byte[] hash = RandomToken.hash(ticket);
    Optional<TakenUp> found =
        rows.one(
            "SELECT m.id, m.uuid, a.login, m.service, m.request_type, m.request FROM"
                + " partner_message m JOIN partner p ON p.id = m.partner_id JOIN account a ON a.id"
                + " = p.account_id WHERE m.take_up_ticket = ? AND m.take_up_until > ?",
            row ->
                new TakenUp(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getBytes(6)),
            hash,
            TableRows.utc(now));
    return found.filter(
        one ->
            rows.change(
                    "UPDATE partner_message SET state = 'RECEIVED', attempts = attempts + 1,"
                        + " take_up_ticket = NULL, claimed_by = ?, claimed_until = ? WHERE id = ?"
                        + " AND take_up_ticket = ? AND state = 'QUARANTINED'",
                    claim.text(),
                    TableRows.utc(now.plus(CLAIM)),
                    one.id(),
                    hash)
                == 1);
  }

  /** It is answered; from now on the same gets this answer. */
  public void answered(long id, Answer answer) {
    rows.change(
        "UPDATE partner_message SET state = 'ANSWERED', version = ?, answer_type = ?, answer = ?,"
            + " reason = NULL, claimed_by = NULL WHERE id = ? AND state = 'RECEIVED'",
        answer.version(),
        Fitted.to(TYPE, answer.type()),
        answer.body(),
        id);
  }

  /**
   * It is not answered, for a reason.
   *
   * @param state refused, quarantined, or received where it may be tried again
   */
  public void put(long id, MessageState state, String reason) {
    rows.change(
        "UPDATE partner_message SET state = ?, reason = ?, claimed_by = NULL WHERE id = ? AND state"
            + " = 'RECEIVED'",
        state.name(),
        Fitted.to(REASON, reason),
        id);
  }
}
