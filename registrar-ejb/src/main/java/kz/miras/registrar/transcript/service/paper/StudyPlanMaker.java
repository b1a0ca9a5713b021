package kz.miras.registrar.transcript.service.paper;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.registration.service.PlanFile;
import kz.miras.registrar.registration.service.PlanModel;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.service.DocumentMaker;

/** DOC-35. The individual study plan of a student that the office has confirmed last. */
@ApplicationScoped
public class StudyPlanMaker implements DocumentMaker {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private PlanFile plans;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** A plan as it was printed; stored with the document. */
  public record PlanPaper(String kind, Stamp stamp, PlanFile.Sheet plan) implements Serializable {}

  @Override
  public Set<DocumentFamily> families() {
    return Set.of(DocumentFamily.STUDY_PLAN);
  }

  @Override
  public Verdict verdict(DocumentOrder order) {
    return plan(order.studentId()).isPresent() ? Verdict.allowed() : Verdict.refused(none());
  }

  private static Refusal none() {
    return Refusal.of("transcript.paper.no-plan", "DOC-35");
  }

  @Override
  public Made make(DocumentOrder order, Stamp stamp) {
    UUID id = plan(order.studentId()).orElseThrow(() -> new RegistrarException.Refused(none()));
    List<PlanFile.Sheet> sheets = plans.sheets(List.of(id));
    LocalDate day = stamp.date();
    Map<String, Object> model =
        PlanModel.of(sheets, order.languages(), settings.localized("name", day), day, time.zone());
    model.put("paper", stamp);
    return new Made(model, new PlanPaper(order.kind().code(), stamp, sheets.get(0)), null);
  }

  private Optional<UUID> plan(long student) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT p.uuid FROM study_plan p JOIN academic_year y ON y.id = p.academic_year_id"
                    + " WHERE p.student_id = ? AND p.status IN ('REGISTERED', 'CLOSED') ORDER BY"
                    + " y.start_year DESC LIMIT 1")) {
      select.setLong(1, student);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(UUID.fromString(row.getString(1))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("study plans cannot be read", e);
    }
  }
}
