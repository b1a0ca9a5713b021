package kz.miras.registrar.office.service.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.PublicAddress;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.service.DocumentKinds;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.DocumentMaking;
import kz.miras.registrar.transcript.service.DocumentStore;
import kz.miras.registrar.transcript.service.IssueSteps;

/** Transcripts of the last weeks, made and numbered as the office makes them. */
@ApplicationScoped
public class DemoDocuments {

  /** Graduates first, then the expelled, then people of higher courses; few of each. */
  private static final String WHO =
      "(SELECT id, status FROM student WHERE status = 'GRADUATED' ORDER BY id LIMIT 14) UNION"
          + " (SELECT id, status FROM student WHERE status = 'EXPELLED' ORDER BY id LIMIT 4) UNION"
          + " (SELECT id, status FROM student WHERE status = 'STUDYING' AND course_year > 1"
          + " ORDER BY id LIMIT 8)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private DocumentStore store;
  @Inject private IssueSteps steps;
  @Inject private DocumentKinds kinds;
  @Inject private DocumentMaking making;
  @Inject private PublicAddress address;

  private record Holder(long student, boolean expelled) {}

  /** Issues some, annuls a few, leaves the last ones to be signed. */
  void issue(LocalDate anchor) {
    List<Holder> holders = holders();
    for (int i = 0; i < holders.size(); i++) {
      LocalDate on = anchor.minusDays(holders.size() - i);
      UUID document = prepare(holders.get(i), i, on);
      if (i < holders.size() - 4) {
        sign(document, on);
        if (i % 9 == 4) {
          store.annul(document, "выдан повторно: изменилась фамилия", "№ 17-к от 01.10.2026");
        }
      }
    }
  }

  private List<Holder> holders() {
    List<Holder> holders = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(WHO)) {
      while (row.next()) {
        holders.add(new Holder(row.getLong(1), row.getString(2).equals("EXPELLED")));
      }
      return holders;
    } catch (SQLException e) {
      throw new IllegalStateException("students cannot be read", e);
    }
  }

  private UUID prepare(Holder holder, int i, LocalDate on) {
    Instant at = on.atTime(LocalTime.of(5, i)).toInstant(ZoneOffset.UTC);
    String kind = holder.expelled() ? DocumentKind.TRANSCRIPT_EXPELLED : DocumentKind.TRANSCRIPT;
    DocumentOrder order =
        new DocumentOrder(
            kinds.kind(kind),
            holder.student(),
            null,
            i % 3 == 0
                ? List.of(Language.KK, Language.RU, Language.EN)
                : List.of(i % 3 == 1 ? Language.RU : Language.KK),
            i % 2 == 0 ? "по месту требования" : "для академической мобильности",
            Map.of());
    return store.prepare(new DocumentStore.Wanted(order, 1, null, "specialist", at, null));
  }

  private void sign(UUID document, LocalDate on) {
    Set<Role> signs = Set.of(Role.RECTOR, Role.DIR);
    DocumentStore.Stored numbered = steps.sign(document, on.getYear(), "director", signs, Set.of());
    Stamp stamp =
        new Stamp(numbered.number(), on, numbered.code(), address.verify(numbered.code(), on));
    steps.issue(numbered, making.signed(numbered, stamp), on);
  }
}
