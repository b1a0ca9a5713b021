package kz.miras.registrar.transcript.service.edition;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.edition.EditionState;

/** The table of editions, within the caller's transaction. */
@ApplicationScoped
class EditionStore {

  private static final String SELECT =
      "SELECT id, subject, edition_no, content, note, valid_from, state, author, created_at,"
          + " decided_by, decided_at, decision, version FROM document_edition WHERE ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /** A draft with the next number of its subject. */
  long add(EditionSubject subject, String content, String note, LocalDate from, String author) {
    List<Edition> earlier = find("subject = ? ORDER BY edition_no DESC LIMIT 1", subject.stored());
    int no = earlier.isEmpty() ? 1 : earlier.get(0).no() + 1;
    update(
        "INSERT INTO document_edition (id, subject, edition_no, content, note, valid_from, state,"
            + " author, created_at) VALUES (NEXT VALUE FOR document_edition_seq, ?, ?, ?, ?, ?,"
            + " 'DRAFT', ?, ?)",
        subject.stored(),
        no,
        content,
        note,
        from,
        author,
        utc(time.now()));
    return find("subject = ? AND edition_no = ?", subject.stored(), no).get(0).id();
  }

  /** Changes a draft. */
  boolean change(long id, String content, String note, LocalDate from) {
    return update(
            "UPDATE document_edition SET content = ?, note = ?, valid_from = ?, version = version +"
                + " 1 WHERE id = ? AND state = 'DRAFT'",
            content,
            note,
            from,
            id)
        == 1;
  }

  /** Sends a draft to whoever decides. */
  boolean propose(long id) {
    return update(
            "UPDATE document_edition SET state = 'PROPOSED', proposed_at = ?, version = version + 1"
                + " WHERE id = ? AND state = 'DRAFT'",
            utc(time.now()),
            id)
        == 1;
  }

  /** Decides on an edition as it was read; false where it stands otherwise by now. */
  boolean decide(Edition read, EditionState from, EditionState to, String by, String decision) {
    return update(
            "UPDATE document_edition SET state = ?, decided_by = ?, decided_at = ?, decision = ?,"
                + " version = version + 1 WHERE id = ? AND state = ? AND version = ?",
            to.name(),
            by,
            utc(time.now()),
            decision,
            read.id(),
            from.name(),
            read.version())
        == 1;
  }

  Optional<Edition> byId(long id) {
    return find("id = ?", id).stream().findFirst();
  }

  /** Editions of a subject, the newest first. */
  List<Edition> of(EditionSubject subject) {
    return find("subject = ? ORDER BY edition_no DESC", subject.stored());
  }

  /** The editions of every subject that are in force on a day or still undecided. */
  List<Edition> open() {
    return find("state IN ('DRAFT', 'PROPOSED') ORDER BY subject, edition_no DESC");
  }

  /** Subjects of a sort that have editions but such as were given up. */
  List<EditionSubject> subjects(EditionSubject.Sort sort) {
    return find("state <> 'WITHDRAWN' AND subject LIKE ? ORDER BY subject", sort + ":%").stream()
        .map(Edition::subject)
        .distinct()
        .toList();
  }

  /** Key of the edition of a subject in force on a day; empty where there is none. */
  OptionalLong inForce(EditionSubject subject, LocalDate day) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id FROM document_edition WHERE subject = ? AND state = 'APPROVED' AND"
                    + " valid_from <= ? ORDER BY valid_from DESC, edition_no DESC LIMIT 1")) {
      select.setString(1, subject.stored());
      select.setObject(2, day);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("editions cannot be read", e);
    }
  }

  /** Contents of the editions in force on a day, by subject; without subjects that have none. */
  Map<EditionSubject, String> inForce(Collection<EditionSubject> subjects, LocalDate day) {
    Map<EditionSubject, String> contents = new HashMap<>();
    if (subjects.isEmpty()) {
      return contents;
    }
    List<Object> values = new ArrayList<>(subjects.stream().map(EditionSubject::stored).toList());
    values.addAll(List.of(day, day));
    find(
            "subject IN ("
                + Statements.places(subjects.size())
                + ") AND state = 'APPROVED' AND valid_from <= ? AND NOT EXISTS (SELECT 1 FROM"
                + " document_edition n WHERE n.subject = document_edition.subject AND n.state ="
                + " 'APPROVED' AND n.valid_from <= ? AND (n.valid_from, n.edition_no) >"
                + " (document_edition.valid_from, document_edition.edition_no))",
            values.toArray())
        .forEach(one -> contents.put(one.subject(), one.content()));
    return contents;
  }

  private List<Edition> find(String where, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT + where)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      List<Edition> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(edition(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("editions cannot be read", e);
    }
  }

  private static Edition edition(ResultSet row) throws SQLException {
    return new Edition(
        row.getLong("id"),
        EditionSubject.of(row.getString("subject")),
        row.getInt("edition_no"),
        row.getString("content"),
        row.getString("note"),
        row.getObject("valid_from", LocalDate.class),
        EditionState.valueOf(row.getString("state")),
        row.getString("author"),
        instant(row.getObject("created_at", LocalDateTime.class)),
        row.getString("decided_by"),
        instant(row.getObject("decided_at", LocalDateTime.class)),
        row.getString("decision"),
        row.getInt("version"));
  }

  private static Instant instant(LocalDateTime moment) {
    return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private int update(String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("editions cannot be written", e);
    }
  }
}
