package kz.miras.registrar.access.service.partner.push;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.access.partner.PushCircuit;
import kz.miras.registrar.access.partner.PushPlan;
import kz.miras.registrar.access.service.partner.OutgoingFiles;
import kz.miras.registrar.access.service.partner.PartnerOutbox;
import kz.miras.registrar.access.service.partner.PartnerOutbox.Item;
import kz.miras.registrar.access.service.partner.ServerClaim;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * PRT-16, PRT-17. The messages that are to be delivered, each step of one in a transaction of its
 * own: no server sends what another is sending, and what a server that has died was sending is sent
 * again, under the same id.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Pushes {

  /** How long a server may be at a message; longer than any address is waited for. */
  private static final Duration CLAIM = Duration.ofMinutes(2);

  private static final String TERMS =
      " JOIN partner p ON p.id = o.partner_id AND p.state = 'ACTIVE' JOIN partner_terms t ON"
          + " t.partner_id = p.id AND t.status = 'IN_FORCE' AND t.endpoint IS NOT NULL JOIN account"
          + " a ON a.id = p.account_id";

  /**
   * What no other server is at. This one is at one message of a partner at a time and asks for the
   * next when it has ended: what is still claimed in its name was left behind.
   */
  private static final String FREE =
      "o.state = 'WAITING' AND o.next_at <= ? AND (o.claimed_until IS NULL OR o.claimed_until <= ?"
          + " OR o.claimed_by LIKE ?)";

  private static final String OURS = ServerClaim.NODE + " %";

  @Inject private TableRows rows;
  @Inject private OutgoingFiles files;
  @Inject private PartnerOutbox outbox;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** Keys of partners for which something is to be sent now. */
  public List<Long> due() {
    // nothing is sent by a plan that cannot be read
    plan();
    LocalDateTime now = now();
    return rows.list(
        "SELECT DISTINCT o.partner_id FROM partner_outbox o"
            + TERMS
            + " LEFT JOIN partner_circuit c ON c.partner_id = o.partner_id WHERE "
            + FREE
            + " AND (c.paused_until IS NULL OR c.paused_until <= ?)",
        row -> row.getLong(1),
        now,
        now,
        OURS,
        now);
  }

  /**
   * Takes the next message for a partner this server is at nothing of; empty where there is none,
   * its address is left alone, or another server tries it. Of one matter nothing is sent before
   * what was written earlier was told or given up.
   */
  public Optional<Parcel> claim(long partner) {
    LocalDateTime now = now();
    PushCircuit circuit = circuit(partner);
    if (circuit.isPaused(time.now())) {
      return Optional.empty();
    }
    Optional<Long> next =
        rows.one(
            "SELECT o.id FROM partner_outbox o WHERE o.partner_id = ? AND "
                + FREE
                + " AND NOT EXISTS (SELECT 1 FROM partner_outbox e WHERE e.partner_id ="
                + " o.partner_id AND e.aggregate = o.aggregate AND e.id < o.id AND (e.state = 'DEAD'"
                + " OR e.state = 'WAITING' AND e.next_at < "
                + PartnerOutbox.NEVER
                + ")) ORDER BY o.id LIMIT 1 FOR UPDATE SKIP LOCKED",
            row -> row.getLong(1),
            partner,
            now,
            now,
            OURS);
    if (next.isEmpty() || circuit.isTrial(time.now()) && !tries(partner, now)) {
      return Optional.empty();
    }
    rows.change(
        "UPDATE partner_outbox SET claimed_by = ?, claimed_until = ?, attempts = attempts + 1 WHERE"
            + " id = ?",
        ServerClaim.NODE + " push",
        now.plus(CLAIM),
        next.get());
    return rows.one(
        "SELECT o.*, a.login, t.endpoint FROM partner_outbox o" + TERMS + " WHERE o.id = ?",
        this::parcel,
        next.get());
  }

  /** One server tries an address that was left alone; the others see it paused. */
  private boolean tries(long partner, LocalDateTime now) {
    return rows.change(
            "UPDATE partner_circuit SET paused_until = ? WHERE partner_id = ? AND paused_until <="
                + " ?",
            now.plus(CLAIM),
            partner,
            now)
        == 1;
  }

  private PushCircuit circuit(long partner) {
    return rows.one(
            "SELECT failures, paused_until FROM partner_circuit WHERE partner_id = ?",
            row -> new PushCircuit(row.getInt(1), TableRows.instant(row, "paused_until")),
            partner)
        .orElse(PushCircuit.CLOSED);
  }

  private Parcel parcel(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    List<PartnerFile> along = row.getBoolean("with_files") ? files.of(id) : List.of();
    return new Parcel(
        id,
        row.getLong("partner_id"),
        row.getString("login"),
        row.getString("endpoint"),
        row.getInt("attempts"),
        new Item(
            UUID.fromString(row.getString("uuid")),
            TableRows.instant(row, "created_at"),
            row.getString("kind"),
            row.getString("in_reply_to"),
            row.getString("subject"),
            row.getString("text")),
        row.getBoolean("with_files") && along.isEmpty(),
        along);
  }

  /** Keeps what has come of an attempt. */
  public void ended(Parcel parcel, PushOutcome outcome, Duration took) {
    Instant now = time.now();
    rows.change(
        "INSERT INTO partner_delivery (id, outbox_id, at, millis, failure, detail) VALUES"
            + " (NEXTVAL(partner_seq), ?, ?, ?, ?, ?)",
        parcel.id(),
        TableRows.utc(now),
        (int) took.toMillis(),
        outcome.failure() == null ? null : outcome.failure().name(),
        outcome.detail());
    if (outcome.failure() == null) {
      if (!parcel.toFetch()) {
        outbox.acknowledge(parcel.partner(), parcel.item().id());
      }
      // what was only told waits until the partner has fetched its files
      rows.change(
          "UPDATE partner_outbox SET next_at = IF(state = 'WAITING', "
              + PartnerOutbox.NEVER
              + ", next_at), claimed_by = NULL, claimed_until = NULL, failure = NULL, failure_detail"
              + " = NULL WHERE id = ?",
          parcel.id());
      rows.change("DELETE FROM partner_circuit WHERE partner_id = ?", parcel.partner());
      return;
    }
    refused(parcel, outcome, now);
    if (outcome.failure().isOfAddress()) {
      failed(parcel.partner(), now);
    } else {
      // somebody is there: the address is sound
      rows.change("DELETE FROM partner_circuit WHERE partner_id = ?", parcel.partner());
    }
  }

  private void refused(Parcel parcel, PushOutcome outcome, Instant now) {
    Optional<Duration> pause =
        outcome.failure().isFinal()
            ? Optional.empty()
            : plan().after(parcel.attempts(), ThreadLocalRandom.current().nextDouble());
    rows.change(
        "UPDATE partner_outbox SET state = ?, next_at = ?, claimed_by = NULL, claimed_until = NULL,"
            + " failure = ?, failure_detail = ? WHERE id = ? AND state = 'WAITING' AND claimed_by"
            + " LIKE ?",
        pause.isPresent() ? "WAITING" : "DEAD",
        TableRows.utc(now.plus(pause.orElse(Duration.ZERO))),
        outcome.failure().name(),
        outcome.detail(),
        parcel.id(),
        OURS);
  }

  private PushPlan plan() {
    return PushPlan.parse(setting("partner.push-pauses", "1m 5m 15m 1h 4h 12h 24h"));
  }

  private void failed(long partner, Instant now) {
    rows.change(
        "INSERT INTO partner_circuit (partner_id, failures, paused_until) VALUES (?, 0, NULL) ON"
            + " DUPLICATE KEY UPDATE failures = failures",
        partner);
    PushCircuit next =
        circuit(partner)
            .failed(
                Integer.parseInt(setting("partner.push-failures", "5")),
                Duration.ofMinutes(Long.parseLong(setting("partner.push-rest-minutes", "10"))),
                now);
    rows.change(
        "UPDATE partner_circuit SET failures = ?, paused_until = ? WHERE partner_id = ?",
        next.failures(),
        TableRows.utc(next.pausedUntil()),
        partner);
  }

  private String setting(String code, String usual) {
    return settings.text(code, time.today(), usual);
  }

  private LocalDateTime now() {
    return TableRows.utc(time.now());
  }
}
