package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.correspondence.FileCase;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * LTR-1, LTR-2. File cases and the numbers they give. Whoever takes a number holds the row of the
 * case until the end of the transaction, so that numbers have no gaps.
 */
@ApplicationScoped
class FileCases {

  private static final String SELECT =
      "SELECT c.id, c.uuid, c.year, c.case_index, c.name_kk, c.name_ru, c.name_en,"
          + " c.retention_kk, c.retention_ru, c.retention_en, c.closed_on, c.last_no, c.intake,"
          + " a.login AS responsible FROM file_case c LEFT JOIN account a ON a.id ="
          + " c.responsible_id WHERE ";

  /** Case of letters that programs and mail bring, where the nomenclature names none. */
  private static final String INTAKE_INDEX = "01-01";

  @Inject private LetterRows rows;
  @Inject private UniversityTime time;

  /**
   * A case as it is kept.
   *
   * @param intake whether letters go there that programs and mail bring
   * @param responsible login; null for nobody
   */
  record Stored(long id, UUID uuid, FileCase of, boolean intake, String responsible)
      implements Serializable {}

  Optional<Stored> byUuid(UUID uuid) {
    return rows.one(SELECT + "c.uuid = ?", FileCases::stored, uuid.toString());
  }

  Stored byKey(long id) {
    return rows.one(SELECT + "c.id = ?", FileCases::stored, id).orElseThrow();
  }

  Optional<Stored> named(int year, String index) {
    return rows.one(SELECT + "c.year = ? AND c.case_index = ?", FileCases::stored, year, index);
  }

  /** The case of a key, kept from others until the transaction ends. */
  Stored locked(long id) {
    rows.number("SELECT id FROM file_case WHERE id = ? FOR UPDATE", id);
    return byKey(id);
  }

  /** Open cases of a year, by index. */
  List<Stored> open(int year) {
    return rows.list(
        SELECT + "c.year = ? AND c.closed_on IS NULL ORDER BY c.case_index",
        FileCases::stored,
        year);
  }

  /** All cases of all years, for the list they are typed in. */
  List<Stored> all() {
    return rows.list(SELECT + "1 = 1 ORDER BY c.year, c.case_index", FileCases::stored);
  }

  /**
   * The case letters go to that programs and mail bring. A year that has none yet takes over that
   * of the year before, so that no letter waits for the nomenclature.
   */
  Stored intake(LocalDate day) {
    Optional<Stored> known = intakeOf(day.getYear());
    if (known.isPresent()) {
      return known.get();
    }
    // the first letter of a year opens it, and the next ones wait and find it
    rows.number("SELECT id FROM file_case_turn WHERE id = 1 FOR UPDATE");
    return intakeOf(day.getYear()).orElseGet(() -> newIntake(day));
  }

  private Stored newIntake(LocalDate day) {
    Optional<Stored> before = intakeOf(day.getYear() - 1);
    if (before.isPresent()
        && named(day.getYear(), before.get().of().index()).isEmpty()
        && notCarried(before.get().id())) {
      return carried(before.get(), day, "system");
    }
    String index = INTAKE_INDEX;
    for (int next = 2; named(day.getYear(), index).isPresent(); next++) {
      index = String.format("01-%02d", next);
    }
    LocalizedText name =
        LocalizedText.of(
            "Электрондық арналардан түскен хат-хабар",
            "Корреспонденция, поступившая по электронным каналам",
            "Letters from electronic channels");
    LocalizedText retention = LocalizedText.of("5 жыл", "5 лет", "5 years");
    return added(day.getYear(), index, name, retention, null, true, day, "system", null);
  }

  private Optional<Stored> intakeOf(int year) {
    return rows.one(SELECT + "c.intake_year = ? AND c.closed_on IS NULL", FileCases::stored, year);
  }

  private boolean notCarried(long id) {
    return rows.number("SELECT COUNT(*) FROM file_case WHERE carried_from = ?", id) == 0;
  }

  /** LTR-1. The same case in the next year. */
  Stored carried(Stored before, LocalDate day, String by) {
    FileCase of = before.of();
    return added(
        of.year() + 1,
        of.index(),
        of.name(),
        of.retention(),
        before.responsible(),
        before.intake() && intakeOf(of.year() + 1).isEmpty(),
        day,
        by,
        before.id());
  }

  /** Opens a case. */
  Stored added(
      int year,
      String index,
      LocalizedText name,
      LocalizedText retention,
      String responsible,
      boolean intake,
      LocalDate day,
      String by,
      Long from) {
    UUID uuid = UUID.randomUUID();
    rows.change(
        "INSERT INTO file_case (id, uuid, year, case_index, name_kk, name_ru, name_en,"
            + " retention_kk, retention_ru, retention_en, responsible_id, intake, opened_on,"
            + " opened_by, carried_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM"
            + " account WHERE login = ?), ?, ?, ?, ?)",
        rows.next(),
        uuid.toString(),
        year,
        index,
        name.getKk(),
        name.getRu(),
        name.getEn(),
        retention.getKk(),
        retention.getRu(),
        retention.getEn(),
        responsible,
        intake,
        day,
        by,
        from);
    return byUuid(uuid).orElseThrow();
  }

  /** Changes what the nomenclature says of a case. */
  void edit(
      long id, LocalizedText name, LocalizedText retention, String responsible, boolean intake) {
    rows.change(
        "UPDATE file_case SET name_kk = ?, name_ru = ?, name_en = ?, retention_kk = ?,"
            + " retention_ru = ?, retention_en = ?, responsible_id = (SELECT id FROM account WHERE"
            + " login = ?), intake = ?, version = version + 1 WHERE id = ?",
        name.getKk(),
        name.getRu(),
        name.getEn(),
        retention.getKk(),
        retention.getRu(),
        retention.getEn(),
        responsible,
        intake,
        id);
  }

  /** LTR-1. Closes a case; what programs and mail bring goes to another one from then on. */
  void close(long id, LocalDate day, String by) {
    rows.change(
        "UPDATE file_case SET closed_on = ?, closed_by = ?, intake = FALSE, version = version + 1"
            + " WHERE id = ?",
        day,
        by,
        id);
  }

  /** Letters of a case somebody has to do something with. */
  long waiting(long id) {
    return rows.number(
        "SELECT COUNT(*) FROM letter WHERE case_id = ? AND void_reason IS NULL AND state <> 'FILED'"
            + " AND NOT (direction = 'OUTGOING' AND state = 'DELIVERED')",
        id);
  }

  /**
   * A number a letter has been given.
   *
   * @param index of the letter, as people write it
   */
  record Number(long caseId, int sequence, String index, LocalDate day) {}

  /**
   * LTR-2. The next number of a case.
   *
   * @throws RegistrarException.Refused where the case is closed or of another year
   */
  Number next(long id) {
    Stored of = locked(id);
    LocalDate today = time.today();
    RegistrarException.refuse(of.of().takes(today));
    int sequence = of.of().lastNumber() + 1;
    rows.change("UPDATE file_case SET last_no = ? WHERE id = ?", sequence, id);
    return new Number(id, sequence, of.of().number(sequence), today);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        new FileCase(
            row.getInt("year"),
            row.getString("case_index"),
            LocalizedText.of(
                row.getString("name_kk"), row.getString("name_ru"), row.getString("name_en")),
            LocalizedText.of(
                row.getString("retention_kk"),
                row.getString("retention_ru"),
                row.getString("retention_en")),
            row.getObject("closed_on", LocalDate.class),
            row.getInt("last_no")),
        row.getBoolean("intake"),
        row.getString("responsible"));
  }
}
