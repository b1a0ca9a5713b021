package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.LetterPermissions;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.correspondence.CorrespondentKind;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/**
 * The registers of incoming, outgoing and internal letters, with all columns of a journal; of a
 * restricted letter they tell no more than that it is there.
 */
@ApplicationScoped
public class LetterLists implements ListSource {

  private static final String LETTER = "/correspondence/letter.xhtml?id={id}";
  private static final String STATE = "correspondence.state.";
  private static final String FROM =
      "letter l LEFT JOIN file_case c ON c.id = l.case_id LEFT JOIN correspondent o ON o.id ="
          + " l.correspondent_id LEFT JOIN account d ON d.id = l.drafter_id LEFT JOIN account s ON"
          + " s.id = l.signatory_id LEFT JOIN account q ON q.id = l.asked_id LEFT JOIN letter a ON"
          + " a.id = l.reply_to LEFT JOIN resolution r ON r.letter_id = l.id AND r.resolution_no ="
          + " (SELECT MAX(x.resolution_no) FROM resolution x WHERE x.letter_id = l.id) LEFT JOIN"
          + " account u ON u.id = r.author_id WHERE l.direction = ";
  private static final String NEWEST =
      "l.registered_on IS NULL DESC, l.registered_on DESC, l.id DESC";
  private static final String EXECUTORS =
      "(SELECT GROUP_CONCAT(p.display_name ORDER BY e.place SEPARATOR ', ') FROM resolution_executor"
          + " e JOIN account p ON p.id = e.account_id WHERE e.resolution_id = r.id)";

  private static final String ABOUT =
      "(SELECT GROUP_CONCAT(COALESCE(e.student_no, i.number, f.case_index) ORDER BY k.id SEPARATOR ',"
          + " ') FROM letter_link k LEFT JOIN student e ON e.id = k.student_id LEFT JOIN"
          + " issued_document i ON i.id = k.document_id LEFT JOIN file_case f ON f.id = k.case_id"
          + " WHERE k.letter_id = l.id)";

  @Override
  public List<ListView> lists() {
    return List.of(incoming(), outgoing(), internal(), cases(), correspondents());
  }

  /** What is told of a letter that is not restricted. */
  private static String open(String sql) {
    return "IF(l.restricted, NULL, " + sql + ")";
  }

  private static ListView incoming() {
    return ListView.of(
        "incoming-letters",
        Permissions.INCOMING_READ,
        FROM + "'INCOMING'",
        "l.uuid",
        List.of(
            Column.text("letter_index", "l.letter_index"),
            Column.date("registered_on", "l.registered_on"),
            Column.choice("channel", "l.channel", "correspondence.channel.", LetterChannel.class),
            Column.text("correspondent", open("l.correspondent")),
            Column.text("bin", open("o.bin")).hidden(),
            Column.text("their_no", open("l.their_no")),
            Column.date("their_date", "l.their_date").hidden(),
            Column.choice("letter_kind", "l.kind", "correspondence.kind.", LetterKind.class),
            Column.choice(
                "category", "l.category", "correspondence.category.", LetterCategory.class),
            Column.text("letter_subject", open("l.subject")),
            Column.text("letter_about", open(ABOUT)).unsearched().hidden(),
            Column.number("sheet_count", "l.sheets").hidden(),
            Column.number("enclosures", "l.enclosures").hidden(),
            Column.text("letter_language", "l.language").unsearched().hidden(),
            Column.flag("restricted", "l.restricted").hidden(),
            Column.text("resolution", open("r.words")).hidden(),
            Column.text("resolved_by", "u.display_name").hidden(),
            Column.moment("resolved_at", "r.given_at").hidden(),
            Column.text("executors", EXECUTORS).unsearched(),
            Column.date("due_on", "l.due_on"),
            Column.flag("controlled", "l.controlled"),
            Column.choice("letter_state", "l.state", STATE, came()),
            Column.text(
                    "answered_by_letter",
                    "(SELECT GROUP_CONCAT(y.letter_index SEPARATOR ', ') FROM letter y WHERE"
                        + " y.reply_to = l.id AND y.direction = 'OUTGOING')")
                .unsearched()
                .hidden(),
            Column.date("executed_on", "l.executed_on").hidden(),
            Column.text("case_index", "c.case_index").hidden(),
            Column.text("void_reason", "l.void_reason").hidden()),
        NEWEST,
        LETTER);
  }

  private static List<String> came() {
    return List.of("REGISTERED", "RESOLUTION", "IN_WORK", "ANSWERED", "FILED");
  }

  private static ListView outgoing() {
    return ListView.of(
        "outgoing-letters",
        Permissions.OUTGOING_READ,
        FROM + "'OUTGOING'",
        "l.uuid",
        List.of(
            Column.text("letter_index", "l.letter_index"),
            Column.date("registered_on", "l.registered_on"),
            Column.text("correspondent", open("l.correspondent")),
            Column.text("bin", open("o.bin")).hidden(),
            Column.text("address", open("l.address")).hidden(),
            Column.choice("letter_kind", "l.kind", "correspondence.kind.", LetterKind.class),
            Column.choice(
                "category", "l.category", "correspondence.category.", LetterCategory.class),
            Column.text("letter_subject", open("l.subject")),
            Column.text("answers_letter", "a.letter_index"),
            Column.date("answers_date", "a.registered_on").hidden(),
            Column.text("letter_about", open(ABOUT)).unsearched().hidden(),
            Column.number("sheet_count", "l.sheets").hidden(),
            Column.number("enclosures", "l.enclosures").hidden(),
            Column.text("signatory", "s.display_name"),
            Column.text("drafter", "d.display_name"),
            Column.choice("channel", "l.channel", "correspondence.channel.", LetterChannel.class)
                .hidden(),
            Column.moment(
                    "sent_at",
                    "(SELECT MAX(v.at) FROM letter_event v WHERE v.letter_id = l.id AND v.act ="
                        + " 'SEND')")
                .hidden(),
            Column.text("delivery", "l.delivery_note").hidden(),
            Column.flag("restricted", "l.restricted").hidden(),
            Column.choice(
                "letter_state",
                "l.state",
                STATE,
                List.of("DRAFT", "AGREED", "SIGNED", "REGISTERED", "SENT", "DELIVERED", "FILED")),
            Column.text("case_index", "c.case_index").hidden()),
        NEWEST,
        LETTER);
  }

  private static ListView internal() {
    return ListView.of(
        "internal-letters",
        Permissions.INCOMING_READ,
        FROM + "'INTERNAL'",
        "l.uuid",
        List.of(
            Column.text("letter_index", "l.letter_index"),
            Column.date("registered_on", "l.registered_on"),
            Column.text("asked", "q.display_name"),
            Column.text("letter_subject", open("l.subject")),
            Column.text("needed_for", "a.letter_index"),
            Column.date("due_on", "l.due_on"),
            Column.choice(
                "letter_state", "l.state", STATE, List.of("DRAFT", "SENT", "ANSWERED", "FILED")),
            Column.date("executed_on", "l.executed_on"),
            Column.text("drafter", "d.display_name").hidden(),
            Column.text("case_index", "c.case_index").hidden()),
        NEWEST,
        LETTER);
  }

  private static ListView cases() {
    return ListView.of(
        "file-cases",
        Permissions.INCOMING_READ,
        "file_case c LEFT JOIN account a ON a.id = c.responsible_id WHERE 1 = 1",
        "CONCAT(c.year, CHAR(9 USING utf8mb4), c.case_index)",
        List.of(
            Column.number("year", "c.year"),
            Column.text("case_index", "c.case_index"),
            Column.names("name", "c.name"),
            Column.names("retention", "c.retention"),
            Column.text("responsible", "a.display_name"),
            Column.number("last_number", "c.last_no"),
            Column.flag("intake", "c.intake").hidden(),
            Column.date("opened_on", "c.opened_on").hidden(),
            Column.date("closed_on", "c.closed_on")),
        "c.year DESC, c.case_index",
        "/office/record.xhtml?list=file-cases&year={id.1}&case_index={id.2}");
  }

  private static ListView correspondents() {
    return ListView.of(
        "correspondents",
        Permissions.INCOMING_READ,
        "correspondent o WHERE 1 = 1",
        "o.short_name",
        List.of(
            Column.text("short_name", "o.short_name"),
            Column.choice(
                "kind", "o.kind", "correspondence.correspondent.", CorrespondentKind.class),
            Column.text("bin", "o.bin"),
            Column.names("name", "o.name"),
            Column.text("email", "o.email"),
            Column.text("phone", "o.phone").hidden(),
            Column.text("contact", "o.contact"),
            Column.text("address", "o.address").hidden(),
            Column.number(
                "letter_count", "(SELECT COUNT(*) FROM letter l WHERE l.correspondent_id = o.id)")),
        "o.short_name",
        "/office/record.xhtml?list=correspondents&short_name={id}");
  }

  @Override
  public List<Due> dues() {
    String waits = "l.void_reason IS NULL AND l.state IN ('REGISTERED', 'RESOLUTION', 'IN_WORK')";
    return List.of(
        new Due(
            "incoming-letters",
            "late",
            Permissions.INCOMING_RESOLVE,
            Due.Urgency.LATE,
            waits + " AND l.due_on < university_today()"),
        new Due(
            "incoming-letters",
            "to-resolve",
            Permissions.INCOMING_RESOLVE,
            Due.Urgency.DUE,
            "l.void_reason IS NULL AND l.state = 'REGISTERED'"),
        new Due(
            "outgoing-letters",
            "to-agree",
            LetterPermissions.OUTGOING_AGREE,
            Due.Urgency.DUE,
            "l.state = 'DRAFT'"),
        new Due(
            "outgoing-letters",
            "to-sign",
            Permissions.OUTGOING_SIGN,
            Due.Urgency.DUE,
            "l.state = 'AGREED'"),
        new Due(
            "outgoing-letters",
            "to-send",
            Permissions.OUTGOING_REGISTER,
            Due.Urgency.DUE,
            "l.void_reason IS NULL AND l.state IN ('SIGNED', 'REGISTERED')"),
        new Due(
            "internal-letters",
            "late",
            Permissions.INQUIRY_DRAFT,
            Due.Urgency.LATE,
            "l.state = 'SENT' AND l.due_on < university_today()"));
  }
}
