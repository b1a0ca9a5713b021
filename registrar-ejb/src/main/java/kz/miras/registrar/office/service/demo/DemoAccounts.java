package kz.miras.registrar.office.service.demo;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.UUID;
import kz.miras.registrar.access.partner.PartnerOperations;
import kz.miras.registrar.access.service.Passwords;
import kz.miras.registrar.access.subsystem.ApiScope;

/** Accounts to try the system with; they exist only where demonstration data was asked for. */
final class DemoAccounts {

  private static final int MOST_A_MINUTE = 600;
  private static final int MOST_A_DAY = 20_000;

  private final Rows rows;
  private final LocalDate from;

  DemoAccounts(Rows rows, LocalDate from) {
    this.rows = rows;
    this.from = from;
  }

  /**
   * Makes the accounts.
   *
   * @param teacher fills a sheet of the student's group
   * @param student somebody the adviser advises
   */
  void build(DemoPlan plan, DemoPlan.TeacherRow teacher, DemoStudents.StudentRow student)
      throws SQLException {
    DemoPlan.TeacherRow adviser = student.group().adviser();
    int school = student.group().programme().row().school();
    account("director", "Директор офиса", "DIR", "PERSON", null, null, null);
    account("deputy", "Заместитель директора", "DEP", "PERSON", null, null, null);
    account("senior", "Старший специалист", "SEN", "PERSON", null, null, null);
    account("specialist", "Специалист", "SPE", "PERSON", null, null, null);
    account("junior", "Младший специалист", "JUN", "PERSON", null, null, null);
    account("vicerector", "Проректор", "VR", "PERSON", null, null, null);
    account("rector", "Ректор", "RECTOR", "PERSON", null, null, null);
    account("accounting", "Бухгалтерия", "ACC", "PERSON", null, null, null);
    account("dean", "Декан", "DEAN", "PERSON", null, null, plan.schools.get(school));
    account("teacher", teacher.name(), "TCH", "PERSON", null, teacher.id(), null);
    account("adviser", adviser.name(), "ADV", "PERSON", null, adviser.id(), null);
    account("student", student.name(), "STU", "PERSON", student.id(), null, null);
    account("auditor", "Аудитор", "AUD", "PERSON", null, null, null);
    account("admin", "Администратор", "ADM", "PERSON", null, null, null);
    subsystem("lms", "LMS", account("lms", "LMS", "SUBSYSTEM", "SUBSYSTEM", null, null, null));
    partner(
        account("partner", "Партнёрский вуз", "EXT", "PARTNER", null, null, plan.schools.get(0)));
    rows.flush();
  }

  /** The organisation behind the account, with terms for all there is. */
  private void partner(long account) throws SQLException {
    long id = rows.nextKey();
    LocalDateTime moment = from.atStartOfDay();
    rows.add(
        "partner",
        "id, uuid, account_id, bin, name_kk, name_ru, name_en, contact_name, contact_email,"
            + " created_by, created_at",
        id,
        outside("partner"),
        account,
        "990140000126",
        "Серіктес ЖОО",
        "Партнёрский вуз",
        "Partner university",
        "Сәуле Ахметова",
        "exchange@partner.example",
        "system",
        moment);
    rows.flush();
    rows.add(
        "partner_terms",
        "id, uuid, partner_id, number, basis, operations, data_groups, per_minute, per_day, proof,"
            + " signature, status, proposed_by, proposed_at, decided_by, decided_at",
        rows.nextKey(),
        outside("terms"),
        id,
        1,
        "demonstration data",
        String.join(" ", PartnerOperations.all()),
        "PDF ELMO IDENTIFIERS",
        MOST_A_MINUTE,
        MOST_A_DAY,
        "EITHER",
        "OPTIONAL",
        "IN_FORCE",
        "system",
        moment,
        "system",
        moment);
    rows.add(
        "partner_secret",
        "id, uuid, partner_id, hash, valid_from, created_by",
        rows.nextKey(),
        outside("secret"),
        id,
        Passwords.hash("partner-Demo1"),
        moment,
        "system");
  }

  /** The program behind the account, let do all there is. */
  private void subsystem(String login, String name, long account) throws SQLException {
    long id = rows.nextKey();
    LocalDateTime moment = from.atStartOfDay();
    rows.add(
        "subsystem",
        "id, uuid, account_id, name_kk, name_ru, name_en, contact_name, contact_email, scopes,"
            + " created_by, created_at",
        id,
        outside("subsystem " + login),
        account,
        name,
        name,
        name,
        "Ержан Сериков",
        login + "@registrar.example",
        ApiScope.write(EnumSet.allOf(ApiScope.class)),
        "system",
        moment);
    rows.flush();
    rows.add(
        "subsystem_secret",
        "id, uuid, subsystem_id, hash, valid_from, created_by",
        rows.nextKey(),
        outside("subsystem secret " + login),
        id,
        Passwords.hash(login + "-Demo1"),
        moment,
        "system");
  }

  /** A public id that follows from its name, whatever else the demonstration has. */
  private static String outside(String name) {
    return UUID.nameUUIDFromBytes(("demonstration " + name).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private long account(
      String login, String name, String role, String kind, Long student, Long teacher, Long school)
      throws SQLException {
    long id = rows.nextKey();
    rows.add(
        "account",
        "id, uuid, login, display_name, kind, password_hash, valid_from, language, student_id, teacher_id",
        id,
        rows.uuid(),
        login,
        name,
        kind,
        Passwords.hash(login + "-Demo1"),
        from,
        "ru",
        student,
        teacher);
    rows.flush();
    rows.add(
        "role_grant",
        "id, account_id, role, school_id, valid_from, basis",
        rows.nextKey(),
        id,
        role,
        school,
        from,
        "demonstration data");
    return id;
  }
}
