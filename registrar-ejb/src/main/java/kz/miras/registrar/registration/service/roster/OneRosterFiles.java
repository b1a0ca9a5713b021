package kz.miras.registrar.registration.service.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TableRows;
import org.apache.commons.csv.CSVFormat;

/**
 * A term as OneRoster 1.2 has it, in bulk: one ZIP of CSV files. Sections are its classes. Ids are
 * the public ones; what has none here goes by its code.
 */
@Stateless
@Guarded
public class OneRosterFiles {

  private static final String BLANK = "'', '', ";

  /** Name, header and rows of each file; every statement takes the code of the term. */
  private static final List<List<String>> FILES =
      List.of(
          List.of(
              "orgs",
              "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
              "SELECT u.code, "
                  + BLANK
                  + "u.name_en, IF(u.kind = 'UNIVERSITY', 'district', IF(u.kind = 'SCHOOL',"
                  + " 'school', 'department')), u.code, COALESCE(p.code, '') FROM org_unit u LEFT"
                  + " JOIN org_unit p ON p.id = u.parent_id WHERE ? IS NOT NULL ORDER BY u.id"),
          List.of(
              "academicSessions",
              "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,"
                  + "schoolYear",
              "SELECT t.code, "
                  + BLANK
                  + "t.code, 'term', t.starts_on, t.ends_on, '', y.start_year + 1 FROM term t JOIN"
                  + " academic_year y ON y.id = t.academic_year_id WHERE t.code = ?"),
          List.of(
              "courses",
              "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,"
                  + "orgSourcedId,subjects,subjectCodes",
              "SELECT DISTINCT d.uuid, "
                  + BLANK
                  + "'', d.name_en, d.code, '', u.code, '', '' FROM offering o JOIN discipline d ON"
                  + " d.id = o.discipline_id JOIN org_unit u ON u.id = d.department_id JOIN term t ON"
                  + " t.id = o.term_id WHERE o.status = 'OPEN' AND t.code = ? ORDER BY d.code"),
          List.of(
              "classes",
              "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,"
                  + "location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
              "SELECT x.uuid, "
                  + BLANK
                  + "CONCAT(d.name_en, ' ', x.code), '', d.uuid, x.code, 'scheduled', '', u.code,"
                  + " t.code, '', '', '' FROM section x JOIN offering o ON o.id = x.offering_id JOIN"
                  + " discipline d ON d.id = o.discipline_id JOIN org_unit u ON u.id ="
                  + " d.department_id JOIN term t ON t.id = o.term_id WHERE x.status = 'OPEN' AND"
                  + " t.code = ? ORDER BY x.id"),
          List.of(
              "users",
              "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,"
                  + "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,"
                  + "userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,"
                  + "preferredFamilyName,primaryOrgSourcedId,pronouns",
              "WITH here AS (SELECT x.id, u.code AS org FROM section x JOIN offering o ON o.id ="
                  + " x.offering_id JOIN discipline d ON d.id = o.discipline_id JOIN org_unit u ON"
                  + " u.id = d.department_id JOIN term t ON t.id = o.term_id WHERE t.code = ?)"
                  + " SELECT DISTINCT s.uuid, '', '', 'true', s.student_no, '', s.first_name,"
                  + " s.last_name, COALESCE(s.patronymic, ''), s.student_no, COALESCE(s.email, ''),"
                  + " '', '', '', '', '', '', '', '', '', '', z.code, '' FROM here JOIN"
                  + " enrolment_place p ON p.section_id = here.id JOIN enrolment e ON e.id ="
                  + " p.enrolment_id AND e.status IN ('ENROLLED', 'COMPLETED') JOIN student s ON s.id"
                  + " = e.student_id JOIN programme g ON g.id = s.programme_id JOIN org_unit z ON"
                  + " z.id = g.school_id UNION SELECT DISTINCT m.uuid, '', '', 'true',"
                  + " m.personnel_no, '', m.first_name, m.last_name, COALESCE(m.patronymic, ''),"
                  + " m.personnel_no, COALESCE(m.email, ''), '', '', '', '', '', '', '', '', '', '',"
                  + " w.code, '' FROM here JOIN section_teacher st ON st.section_id = here.id AND"
                  + " st.valid_to IS NULL JOIN teacher m ON m.id = st.teacher_id JOIN org_unit w ON"
                  + " w.id = m.department_id"),
          List.of(
              "roles",
              "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,"
                  + "orgSourcedId,userProfileSourcedId",
              "WITH here AS (SELECT x.id FROM section x JOIN offering o ON o.id = x.offering_id JOIN"
                  + " term t ON t.id = o.term_id WHERE t.code = ?) SELECT DISTINCT CONCAT('role-',"
                  + " s.uuid), '', '', s.uuid, 'primary', 'student', '', '', z.code, '' FROM here JOIN"
                  + " enrolment_place p ON p.section_id = here.id JOIN enrolment e ON e.id ="
                  + " p.enrolment_id AND e.status IN ('ENROLLED', 'COMPLETED') JOIN student s ON s.id"
                  + " = e.student_id JOIN programme g ON g.id = s.programme_id JOIN org_unit z ON"
                  + " z.id = g.school_id UNION SELECT DISTINCT CONCAT('role-', m.uuid), '', '',"
                  + " m.uuid, 'primary', 'teacher', '', '', w.code, '' FROM here JOIN section_teacher"
                  + " st ON st.section_id = here.id AND st.valid_to IS NULL JOIN teacher m ON m.id ="
                  + " st.teacher_id JOIN org_unit w ON w.id = m.department_id"),
          List.of(
              "enrollments",
              "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,"
                  + "primary,beginDate,endDate",
              "WITH here AS (SELECT x.id, x.uuid, u.code AS org FROM section x JOIN offering o ON o.id"
                  + " = x.offering_id JOIN discipline d ON d.id = o.discipline_id JOIN org_unit u ON"
                  + " u.id = d.department_id JOIN term t ON t.id = o.term_id WHERE x.status = 'OPEN'"
                  + " AND t.code = ?) SELECT CONCAT(e.uuid, '-', here.id), '', '', here.uuid,"
                  + " here.org, s.uuid, 'student', 'false', '', '' FROM here JOIN enrolment_place p ON"
                  + " p.section_id = here.id JOIN enrolment e ON e.id = p.enrolment_id AND e.status IN"
                  + " ('ENROLLED', 'COMPLETED') JOIN student s ON s.id = e.student_id UNION ALL SELECT"
                  + " CONCAT('teaches-', st.id), '', '', here.uuid, here.org, m.uuid, 'teacher',"
                  + " 'true', '', '' FROM here JOIN section_teacher st ON st.section_id = here.id AND"
                  + " st.duty = 'TEACHER' AND st.valid_to IS NULL JOIN teacher m ON m.id ="
                  + " st.teacher_id"));

  private static final List<String> ABSENT =
      List.of(
          "categories",
          "classResources",
          "courseResources",
          "demographics",
          "lineItems",
          "resources",
          "results",
          "userProfiles",
          "userResources");

  @Inject private TableRows rows;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * The files of a term.
   *
   * @param term its code
   * @throws RegistrarException.NotFound where there is no such term
   * @throws RegistrarException.Forbidden where the caller may not read all students
   */
  @RolesAllowed(Permissions.ENROL_READ)
  public byte[] zip(String term) {
    for (String right : List.of(Permissions.ENROL_READ, Permissions.STUDENT_READ)) {
      if (!access.scopes(right).contains(Scope.ALL)) {
        throw new RegistrarException.Forbidden(right);
      }
    }
    if (calendars.term(term).isEmpty()) {
      throw new RegistrarException.NotFound("term", term);
    }
    Map<String, String> files = new LinkedHashMap<>();
    files.put("manifest", manifest());
    for (List<String> file : FILES) {
      files.put(file.get(0), csv(file.get(1), file.get(2), term));
    }
    audit.record("oneroster.export", "Term", term, null, null);
    return zipped(files);
  }

  private static String manifest() {
    List<String> lines = new ArrayList<>();
    lines.add("propertyName,value");
    lines.add("manifest.version,1.0");
    lines.add("oneroster.version,1.2");
    FILES.forEach(file -> lines.add("file." + file.get(0) + ",bulk"));
    ABSENT.forEach(file -> lines.add("file." + file + ",absent"));
    lines.add("source.systemName,Registrar");
    return String.join("\r\n", lines) + "\r\n";
  }

  private String csv(String header, String sql, String term) {
    int columns = header.split(",").length;
    return rows
        .list(
            sql,
            row -> {
              Object[] cells = new Object[columns];
              for (int column = 1; column <= columns; column++) {
                cells[column - 1] = row.getString(column);
              }
              return CSVFormat.RFC4180.format(cells);
            },
            term)
        .stream()
        .collect(Collectors.joining("\r\n", header + "\r\n", "\r\n"));
  }

  private static byte[] zipped(Map<String, String> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey() + ".csv"));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
