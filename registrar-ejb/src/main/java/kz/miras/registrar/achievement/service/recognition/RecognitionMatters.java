package kz.miras.registrar.achievement.service.recognition;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** Decisions on recognition as the matters documents of record are about. */
@ApplicationScoped
public class RecognitionMatters {

  private static final String CORRECTED =
      "SELECT COUNT(*) FROM recognition r JOIN achievement o ON o.student_id = r.student_id AND"
          + " o.position = r.position JOIN achievement n ON n.corrects_id = o.id WHERE r.uuid = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private RecognitionStore store;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Catalogue catalogue;
  @Inject private Access access;

  /**
   * A decision.
   *
   * @param discipline code of the discipline it is about
   * @param order number of the order it rests on
   * @param settled it was decided, and what was recorded by it still stands
   * @param readable whether the caller may read it
   * @param decidedBy account; null before it is decided
   */
  public record Matter(
      String discipline,
      String order,
      boolean settled,
      boolean readable,
      Target target,
      Long school,
      String decidedBy) {}

  /** The matter of a public id. */
  public Optional<Matter> of(UUID id) {
    return store.byUuid(id).map(this::matter);
  }

  private Matter matter(RecognitionStore.Stored stored) {
    Student student = students.byId(stored.student()).orElseThrow();
    Target target = scope.target(student);
    return new Matter(
        catalogue.discipline(stored.discipline()).orElseThrow().getCode(),
        stored.wish().orderNo(),
        !stored.isOpen() && !isCorrected(stored.uuid()),
        access.may(Permissions.RECOGNITION_READ, target),
        target,
        student.getProgramme().getSchool().getId(),
        stored.decidedBy());
  }

  private boolean isCorrected(UUID id) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, CORRECTED, List.of(id.toString()), row -> row.getInt(1))
              .get(0)
          > 0;
    } catch (SQLException e) {
      throw new IllegalStateException("recognitions cannot be read", e);
    }
  }
}
