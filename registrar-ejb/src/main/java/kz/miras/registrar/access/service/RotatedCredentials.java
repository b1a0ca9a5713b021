package kz.miras.registrar.access.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kz.miras.registrar.shared.service.RandomToken;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * PRT-9, SUB-3. Credentials of partners and subsystems: beside a new one those before go on for
 * some days, and each may be ended at once.
 */
@ApplicationScoped
public class RotatedCredentials {

  private static final int SECRET_BYTES = 30;

  @Inject private TableRows rows;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** What is kept, and whose it is. */
  public enum Kept {
    PARTNER_SECRET("partner", "secret"),
    PARTNER_CERTIFICATE("partner", "certificate"),
    SUBSYSTEM_SECRET("subsystem", "secret");

    private final String owner;
    private final String table;

    Kept(String owner, String what) {
      this.owner = owner;
      this.table = owner + "_" + what;
    }
  }

  /**
   * A new secret.
   *
   * @param secret itself, which nothing keeps: it is shown once
   */
  public record Issued(UUID id, String secret) {}

  /**
   * Makes a secret and lets those before it end.
   *
   * @param last its last day
   * @param overlap days those before go on
   */
  public Issued issue(Kept kept, long owner, LocalDate last, int overlap) {
    shorten(kept, owner, overlap);
    Issued issued = new Issued(UUID.randomUUID(), RandomToken.of(SECRET_BYTES));
    rows.change(
        "INSERT INTO "
            + kept.table
            + " (id, uuid, "
            + kept.owner
            + "_id, hash, valid_from, valid_until, created_by) VALUES (NEXTVAL("
            + kept.owner
            + "_seq), ?, ?, ?, ?, ?, ?)",
        issued.id().toString(),
        owner,
        Passwords.hash(issued.secret()),
        now(),
        after(last),
        access.current().login());
    return issued;
  }

  /** Lets all that are in force end in some days, where they do not end before. */
  public void shorten(Kept kept, long owner, int overlap) {
    LocalDateTime end = now().plusDays(overlap);
    rows.change(
        "UPDATE "
            + kept.table
            + " SET valid_until = ? WHERE "
            + kept.owner
            + "_id = ? AND (valid_until IS NULL OR valid_until > ?)",
        end,
        owner,
        end);
  }

  /** Ends one at once; false where it has ended, or there is no such one. */
  public boolean end(Kept kept, long owner, String uuid) {
    return rows.change(
            "UPDATE "
                + kept.table
                + " SET valid_until = ?, ended_by = ? WHERE "
                + kept.owner
                + "_id = ? AND uuid = ? AND (valid_until IS NULL OR valid_until > ?)",
            now(),
            access.current().login(),
            owner,
            uuid,
            now())
        == 1;
  }

  /** The present moment, as credentials keep it. */
  public LocalDateTime now() {
    return TableRows.utc(time.now().truncatedTo(ChronoUnit.MICROS));
  }

  /** The first instant after a day. */
  public LocalDateTime after(LocalDate last) {
    return TableRows.utc(last.plusDays(1).atStartOfDay(time.zone()).toInstant());
  }
}
