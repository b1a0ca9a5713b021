package kz.miras.registrar.frame;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.TestServer;

/**
 * Walks the product as each of the demonstration's people: from the first page along every link,
 * one page of each kind. Done once for all tests.
 */
final class Tour {

  /** Whoever sees most comes first: the others add what only they see. */
  static final List<String> PEOPLE =
      List.of(
          "senior",
          "director",
          "admin",
          "auditor",
          "teacher",
          "student",
          "junior",
          "vicerector",
          "dean",
          "adviser",
          "accounting");

  /** Whom pages that need no sign-in are shown to. */
  static final String ANYBODY = "";

  /** Where no link leads but a field or an accident. */
  private static final List<String> TYPED =
      List.of("/office/search.xhtml?q=%D0%B0%D0%BD", "/office/search.xhtml?q=zzzz");

  private static final List<String> OPEN =
      List.of(
          "/sign-in.xhtml",
          "/verify.xhtml?code=XXXX-XXXX-XXXX-XXXX",
          "/shared.xhtml?link=XXXX",
          "/error/400.xhtml",
          "/error/403.xhtml",
          "/error/404.xhtml",
          "/error/413.xhtml",
          "/error/500.xhtml");

  /** To another page: what is marked as a file to be kept is none. */
  private static final Pattern LINK =
      Pattern.compile("<a\\b(?![^>]*\\sdownload=)[^>]*?\\shref=\"(/[^\"#]*)\"");

  private static final String LIST = "/list.xhtml";

  private static Tour done;

  /**
   * A page somebody came to.
   *
   * @param login who
   * @param address with its parameters
   * @param kind what it has in common with pages like it
   */
  record Stop(String login, String address, String kind) {
    String page() {
      return address.replaceAll("\\?.*", "");
    }

    /** The same with fewer rows than people see at first: each row is like the others. */
    String brief() {
      return page().endsWith(LIST) ? address + "&size=25" : address;
    }
  }

  private final TestServer server;
  private final Map<String, Visitor> people = new LinkedHashMap<>();
  private final List<Stop> stops = new ArrayList<>();
  private final List<String> deadEnds = new ArrayList<>();

  private Tour(TestServer server) {
    this.server = server;
  }

  /** The tour over this server. */
  static synchronized Tour of(TestServer server) throws SQLException {
    if (done == null) {
      Tour tour = new Tour(server);
      tour.waiting();
      tour.walk();
      done = tour;
    }
    return done;
  }

  /** Links that lead nowhere, or where whoever sees them may not go. */
  List<String> deadEnds() {
    return deadEnds;
  }

  /** Every page of every person. */
  List<Stop> stops() {
    return stops;
  }

  /** One page of each kind, as whoever came to it first; one list of what is due for all. */
  List<Stop> kinds() {
    Map<String, Stop> first = new LinkedHashMap<>();
    stops.forEach(
        stop -> first.putIfAbsent(stop.kind().contains("only") ? "due" : stop.kind(), stop));
    return List.copyOf(first.values());
  }

  /** The page as its visitor reads it in a language. */
  String read(Stop stop, String language) {
    Visitor visitor = people.get(stop.login());
    visitor.speaks(language);
    return visitor.get(stop.address()).body();
  }

  private void walk() {
    people.put(ANYBODY, new Visitor(server.url()));
    OPEN.forEach(address -> stops.add(new Stop(ANYBODY, address, kind(address))));
    for (String login : PEOPLE) {
      people.put(login, new Visitor(server.url()).signedIn(login, login + "-Demo1"));
      Map<String, String> known = new LinkedHashMap<>();
      Deque<String[]> ahead = new ArrayDeque<>();
      ahead.add(new String[] {"the first page", "/index.xhtml"});
      TYPED.forEach(address -> ahead.add(new String[] {"the search", address}));
      while (!ahead.isEmpty()) {
        String[] step = ahead.remove();
        String address = step[1];
        if (known.putIfAbsent(kind(address), address) == null) {
          HttpResponse<String> page = people.get(login).get(address);
          if (page.statusCode() != 200) {
            deadEnds.add(login + ": " + step[0] + " → " + address + ": " + page.statusCode());
          } else {
            stops.add(new Stop(login, address, kind(address)));
            links(page.body()).forEach(link -> ahead.add(new String[] {address, link}));
          }
        }
      }
    }
  }

  private static List<String> links(String page) {
    List<String> found = new ArrayList<>();
    Matcher matcher = LINK.matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1).replace("&amp;", "&"));
    }
    return found;
  }

  /**
   * Pages are alike that have the same name and parameters; lists that show the same, whatever they
   * are narrowed by.
   */
  private static String kind(String address) {
    URI uri = URI.create(address.replace(" ", "%20"));
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    String page = uri.getPath().replaceAll("^/verify/.+", "/verify/code");
    return page
        + Arrays.stream(query.split("&"))
            .filter(one -> !page.endsWith(LIST) || one.matches("list=.*|only=.*"))
            .map(one -> one.startsWith("list=") && page.endsWith(LIST) ? one : name(one))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(String parameter) {
    return parameter.replaceAll("=.*", "");
  }

  /** Lets something wait for each page that shows what somebody has asked for. */
  private void waiting() throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO rule_proposal (id, level, valid_from, basis, status, proposed_by,"
              + " proposed_at) VALUES (NEXTVAL(curriculum_seq), 'BACHELOR', '2039-09-01', 'minutes"
              + " 9', 'PROPOSED', 'director', NOW(6))");
      statement.executeUpdate(
          "INSERT INTO document_request (id, uuid, receipt, kind, channel, account_id, student_id,"
              + " languages, consent, purpose, recipient, delivery, status, requested_at, due_at)"
              + " SELECT NEXTVAL(document_request_seq), UUID(), 'R-TOUR', 'TRANSCRIPT', 'PARTNER',"
              + " a.id, (SELECT MIN(id) FROM student WHERE status = 'STUDYING'), 'kk ru', 'consent"
              + " 7', 'exchange', 'Registry', 'ELECTRONIC', 'RECEIVED', NOW(6), NOW(6) + INTERVAL 1"
              + " DAY FROM account a WHERE a.login = 'partner'");
      statement.executeUpdate(
          "INSERT INTO document_edition (id, subject, edition_no, content, note, valid_from, state,"
              + " author, created_at, proposed_at) VALUES (NEXTVAL(document_edition_seq),"
              + " 'TEMPLATE:sheet', 1, '<html></html>', 'tour', '2039-09-01', 'PROPOSED',"
              + " 'director', NOW(6), NOW(6))");
      statement.executeUpdate(
          "INSERT INTO grade_correction (id, uuid, student_id, achievement_id, position, sheet_id,"
              + " kind, score, reason, document, document_no, document_date, status, requested_by,"
              + " requested_at) SELECT NEXTVAL(achievement_seq), UUID(), a.student_id, a.id,"
              + " a.position, a.sheet_id, 'ERROR', 90, 'a slip', 'MEMO', '9', '2026-11-01',"
              + " 'REQUESTED', 'specialist', NOW(6) FROM achievement a WHERE a.sheet_id IS NOT"
              + " NULL ORDER BY a.id DESC LIMIT 1");
      statement.executeUpdate(
          "INSERT INTO promotion_run (id, uuid, year_start, school_id, council_no, council_on,"
              + " status, prepared_by, prepared_at) VALUES (NEXTVAL(achievement_seq), UUID(),"
              + " (SELECT MAX(y.start_year) FROM academic_year y JOIN term t ON t.academic_year_id ="
              + " y.id WHERE t.type <> 'SUMMER' AND t.starts_on <= NOW()), (SELECT MIN(school_id)"
              + " FROM programme), '1', '2026-08-28', 'DRAFT', 'specialist', NOW(6))");
      statement.executeUpdate(
          "INSERT INTO promotion_line (run_id, student_id, year_start, course_year, last_course,"
              + " curriculum_id, funding, proposed, decided, gpa, gpa_points, gpa_credits,"
              + " threshold, debt_credits, earned, rule_set_code, reasons, grounds,"
              + " ledger_position) SELECT r.id, s.id, r.year_start, s.course_year, FALSE,"
              + " s.curriculum_id, s.funding, 'PROMOTED_WITH_DEBT', 'PROMOTED_WITH_DEBT', 2.57,"
              + " 77.02, 30, 2.00, 5, 25, 'policy-bachelor',"
              + " '[{\"code\":\"achievement.promotion.debt\",\"rule\":\"PRO-3\",\"args\":[5]}]',"
              + " '[]', 0 FROM promotion_run r, student s WHERE r.prepared_by = 'specialist' AND"
              + " s.id = (SELECT MIN(id) FROM student WHERE status = 'STUDYING')");
      statement.executeUpdate(
          "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, section_id, rates_id,"
              + " period_no, rule_set_code, teacher_id, status) SELECT h.id * 1000 + 999,"
              + " UUID(), CONCAT('J', number), 'RATING', term_id, discipline_id, section_id, id, 2,"
              + " rule_set_code, teacher_id, 'SUBMITTED' FROM sheet h WHERE h.kind = 'MAIN' AND"
              + " h.closed_at IS NULL AND h.id = (SELECT MIN(s.id) FROM sheet s JOIN account a ON"
              + " a.teacher_id = s.teacher_id WHERE a.login = 'teacher' AND s.kind = 'MAIN' AND"
              + " s.closed_at IS NULL)");
      journalRows(statement);
      appeal(statement);
      TourRoom.fill(statement);
      TourWatch.fill(statement);
      TourTrial.keep(database);
    }
  }

  /** The rows of the journal: those of its sheet. */
  private static void journalRows(Statement statement) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "SELECT j.id * 1000 + r.position, j.id, r.student_id, r.enrolment_id, r.position FROM"
                + " sheet j JOIN sheet_row r ON r.sheet_id = j.rates_id WHERE j.number LIKE 'J%'")) {
      while (row.next()) {
        rows.add(
            String.join(
                ", ",
                row.getString(1),
                row.getString(2),
                row.getString(3),
                String.valueOf(row.getString(4)),
                row.getString(5)));
      }
    }
    for (String row : rows) {
      statement.executeUpdate(
          "INSERT INTO sheet_row (id, sheet_id, student_id, enrolment_id, position) VALUES ("
              + row
              + ")");
    }
  }

  /** A commission, and an appeal that is before it. */
  private static void appeal(Statement statement) throws SQLException {
    statement.executeUpdate(
        "INSERT INTO appeal_commission (id, uuid, order_no, order_date, term_id, valid_from,"
            + " valid_to, registered_by, registered_at) VALUES (NEXTVAL(attestation_seq), UUID(),"
            + " '15-tour', '2026-01-10', (SELECT MAX(id) FROM term), '2026-01-11', '2099-12-31',"
            + " 'senior', NOW(6))");
    for (int place = 0; place < 4; place++) {
      statement.executeUpdate(
          "INSERT INTO commission_member (id, commission_id, office, teacher_id) VALUES"
              + " (NEXTVAL(attestation_seq), (SELECT id FROM appeal_commission WHERE order_no ="
              + " '15-tour'), '"
              + (place == 0 ? "CHAIR" : place == 3 ? "SECRETARY" : "MEMBER")
              + "', (SELECT id FROM teacher ORDER BY id LIMIT 1 OFFSET "
              + place
              + "))");
    }
    statement.executeUpdate(
        "INSERT INTO appeal (id, uuid, number, student_id, sheet_id, published_at, until_on,"
            + " filed_at, reason, hear_by, status, commission_id, answered_by, answered_at) SELECT"
            + " NEXTVAL(attestation_seq), UUID(), '2026-9999', r.student_id, r.sheet_id, NOW(6),"
            + " '2026-01-12', NOW(6), 'question 3', '2026-01-13', 'ACCEPTED', (SELECT id FROM"
            + " appeal_commission WHERE order_no = '15-tour'), 'senior', NOW(6) FROM sheet_row r"
            + " WHERE r.id = (SELECT x.id FROM sheet_row x JOIN sheet h ON h.id = x.sheet_id LEFT"
            + " JOIN account a ON a.student_id = x.student_id AND a.login = 'student' WHERE"
            + " h.closed_at IS NOT NULL ORDER BY a.id IS NULL, x.id LIMIT 1)");
  }
}
