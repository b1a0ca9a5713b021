package kz.miras.registrar.shared.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import kz.miras.registrar.shared.OriginLimit;
import kz.miras.registrar.shared.OriginLimit.Spent;

/**
 * What addresses have spent, in the transaction of the caller. It lies in the database: no restart
 * forgets it and all nodes of a cluster count together.
 */
@ApplicationScoped
public class OriginSpending {

  @Inject private TableRows rows;
  @Inject private UniversityTime time;

  /** A table of addresses, each with what it has spent. */
  public enum Ledger {
    DOCUMENT_CHECKS("document_check_origin"),
    STRANGERS("partner_stranger");

    private final String table;

    Ledger(String table) {
      this.table = table;
    }
  }

  /** How long an address has to wait; zero where it may ask now. */
  public Duration wait(Ledger ledger, String address, OriginLimit limit) {
    Optional<Spent> spent =
        rows.one(
            "SELECT since, spent FROM " + ledger.table + " WHERE origin = ?",
            row -> new Spent(TableRows.instant(row, "since"), row.getInt("spent")),
            OriginLimit.origin(address));
    return limit.wait(spent, time.now());
  }

  /** An address spends something. */
  public void spend(Ledger ledger, String address, int cost, OriginLimit limit) {
    Instant now = time.now();
    LocalDateTime over = TableRows.utc(now.minus(limit.window()));
    // in one statement, so that what comes at once is all counted
    rows.change(
        "INSERT INTO "
            + ledger.table
            + " (origin, since, spent) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE spent = IF(since <="
            + " ?, VALUES(spent), spent + VALUES(spent)), since = IF(since <= ?, VALUES(since),"
            + " since)",
        OriginLimit.origin(address),
        TableRows.utc(now),
        cost,
        over,
        over);
    // what is over counts no more; each question removes more of it than it can add
    rows.change("DELETE FROM " + ledger.table + " WHERE since <= ? LIMIT 20", over);
  }
}
