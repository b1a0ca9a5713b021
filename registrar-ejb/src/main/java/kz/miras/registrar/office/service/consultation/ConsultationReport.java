package kz.miras.registrar.office.service.consultation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.office.service.consultation.ConsultationFigures.Counts;
import kz.miras.registrar.office.service.consultation.ConsultationFigures.Cut;
import kz.miras.registrar.office.service.consultation.ConsultationFigures.Line;
import kz.miras.registrar.office.service.consultation.ConsultationFigures.Part;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;
import kz.miras.registrar.shared.service.UniversityTime;

/** The figures of the journal for the annual report of the office, on the screen and as files. */
@Stateless
@Guarded
public class ConsultationReport {

  private static final String KEY = "office.consultation.figures.";

  private static final String COUNTS =
      "COUNT(*) AS total, SUM(q.status = 'ANSWERED') AS answered, SUM(q.status = 'ANSWERED' AND"
          + " university_day(q.ended_at) <= q.due_on) AS in_time, SUM(q.status = 'OPEN') AS waiting,"
          + " SUM(q.status = 'MISSED') AS missed, SUM(q.status IN ('CANCELLED', 'CALLED_OFF')) AS"
          + " taken_back FROM consultation q LEFT JOIN consultation_entry e ON e.consultation_id ="
          + " q.id AND e.entry_no = (SELECT MAX(x.entry_no) FROM consultation_entry x WHERE"
          + " x.consultation_id = q.id) LEFT JOIN consultation_entry f ON f.consultation_id = q.id"
          + " AND f.entry_no = 1 LEFT JOIN account w ON w.id = f.writer_id WHERE"
          + " university_day(q.asked_at) BETWEEN ? AND ?";

  @Inject private Rows rows;
  @Inject private ReportFiles files;
  @Inject private Access access;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /** From when on they are usually asked for: the first day of the current academic year. */
  @RolesAllowed(Permissions.CONSULTATION_READ)
  public LocalDate usualBegin() {
    LocalDate today = time.today();
    return calendars.current(today).map(term -> term.getAcademicYear().getStartsOn()).orElse(today);
  }

  /**
   * The figures of some time, by topic, month, way, who asked and who answered first.
   *
   * @throws RegistrarException.Refused where the last day is before the first
   */
  @RolesAllowed(Permissions.CONSULTATION_READ)
  public ConsultationFigures of(LocalDate from, LocalDate to) {
    access.require(Permissions.CONSULTATION_READ, Target.nobodys(), "Consultation", "figures");
    if (from == null || to == null || to.isBefore(from)) {
      throw new RegistrarException.Refused(
          Refusal.of("office.consultation.days", "CON-1").at("to"));
    }
    Counts total = rows.one("SELECT " + COUNTS, ConsultationReport::counts, from, to).orElseThrow();
    return new ConsultationFigures(
        from,
        to,
        total,
        List.of(
            part(
                Cut.TOPIC,
                "CONCAT('office.consultation.topic.', COALESCE(e.topic, q.topic))",
                from,
                to),
            part(Cut.MONTH, "DATE_FORMAT(university_day(q.asked_at), '%Y-%m')", from, to),
            part(Cut.KIND, "CONCAT('office.consultation.kind.', q.kind)", from, to),
            part(Cut.ASKER, "CONCAT('office.consultation.asker.', q.asker_kind)", from, to),
            part(Cut.ANSWERED_BY, "w.display_name", from, to)));
  }

  private Part part(Cut cut, String by, LocalDate from, LocalDate to) {
    String order = cut == Cut.MONTH ? "name" : "total DESC, name";
    return new Part(
        cut,
        rows.list(
            "SELECT " + by + " AS name, " + COUNTS + " GROUP BY name ORDER BY " + order,
            row -> new Line(row.getString("name"), counts(row)),
            from,
            to));
  }

  private static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getLong("total"),
        row.getLong("answered"),
        row.getLong("in_time"),
        row.getLong("waiting"),
        row.getLong("missed"),
        row.getLong("taken_back"));
  }

  /** The figures as a workbook, a sheet for each way to count. */
  @RolesAllowed(Permissions.CONSULTATION_READ)
  public byte[] xlsx(LocalDate from, LocalDate to, Language language) {
    return files.xlsx(paper(of(from, to), language));
  }

  /** The figures on paper. */
  @RolesAllowed(Permissions.CONSULTATION_READ)
  public byte[] pdf(LocalDate from, LocalDate to, Language language) {
    return files.pdf(paper(of(from, to), language), language);
  }

  private static Paper paper(ConsultationFigures figures, Language language) {
    List<ReportTable> tables = new ArrayList<>();
    for (Part part : figures.parts()) {
      List<List<Object>> lines = new ArrayList<>();
      part.lines().forEach(one -> lines.add(row(part.named(one, language), one)));
      tables.add(
          new ReportTable(
              title(part.cut(), language),
              headings(language),
              lines,
              row(Messages.text(language, KEY + "total"), new Line(null, figures.total()))));
    }
    return new Paper(
        Messages.text(language, KEY + "of", figures.from(), figures.to()),
        Messages.text(language, KEY + "note"),
        tables,
        List.of(Messages.text(language, "achievement.promotion.sign-director")));
  }

  private static List<Object> row(String name, Line line) {
    Counts counts = line.counts();
    return ReportTable.row(
        name,
        counts.all(),
        counts.answered(),
        counts.inTime(),
        counts.open(),
        counts.missed(),
        counts.takenBack());
  }

  private static String title(Cut cut, Language language) {
    return Messages.text(language, KEY + "by." + cut);
  }

  private static List<String> headings(Language language) {
    return Stream.of("name", "all", "answered", "in-time", "open", "missed", "taken-back")
        .map(column -> Messages.text(language, KEY + column))
        .toList();
  }
}
