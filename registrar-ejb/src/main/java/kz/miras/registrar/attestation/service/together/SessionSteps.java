package kz.miras.registrar.attestation.service.together;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.OpeningTogether;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.ReadyToPublish;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/** The sheets of a session that one act over all of them would take. */
@ApplicationScoped
public class SessionSteps {

  private static final String OF =
      "SELECT h.uuid, h.number, d.code, d.name_kk, d.name_ru, d.name_en, x.code, h.examiner_id FROM"
          + " sheet h JOIN discipline d ON d.id = h.discipline_id LEFT JOIN section x ON x.id ="
          + " h.section_id WHERE h.term_id = ? AND ";
  private static final String FORMED = "h.status = 'CREATED' AND h.kind <> 'RATING'";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A sheet it takes.
   *
   * @param id public
   * @param discipline code
   */
  public record Step(String id, String number, String discipline) {}

  /**
   * The formed sheets of a session that are not open yet.
   *
   * @param ready how many may be opened
   * @param leftOut those that may not, each with its reason
   */
  public record Openable(int ready, List<Left> leftOut) implements Serializable {

    public Openable {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * A sheet that is left out.
   *
   * @param group code; null for none
   */
  public record Left(
      String id, String number, String discipline, LocalizedText name, String group, Refusal why)
      implements Serializable {}

  private record Found(Step step, LocalizedText name, String group, Long examiner) {

    List<Refusal> against() {
      return OpeningTogether.judge(step.number(), examiner).refusals();
    }
  }

  Openable openable(long term) {
    List<Found> formed = read(term, FORMED);
    List<Left> left = new ArrayList<>();
    for (Found one : formed) {
      Step step = one.step();
      one.against().stream()
          .findFirst()
          .ifPresent(
              why ->
                  left.add(
                      new Left(
                          step.id(),
                          step.number(),
                          step.discipline(),
                          one.name(),
                          one.group(),
                          why)));
    }
    return new Openable(formed.size() - left.size(), left);
  }

  /** Those that may be opened. */
  List<Step> toOpen(long term) {
    return read(term, FORMED).stream()
        .filter(one -> one.against().isEmpty())
        .map(Found::step)
        .toList();
  }

  /** Those that wait for a part to be published. */
  List<Step> toPublish(long term, SheetPart part) {
    return read(term, ReadyToPublish.of(part)).stream().map(Found::step).toList();
  }

  private List<Found> read(long term, String which) {
    List<Found> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OF + which + " ORDER BY h.id")) {
      select.setLong(1, term);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Found(
                  new Step(row.getString(1), row.getString(2), row.getString(3)),
                  LocalizedText.of(row.getString(4), row.getString(5), row.getString(6)),
                  row.getString(7),
                  row.getObject(8, Long.class)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("sheets of a session cannot be read", e);
    }
  }
}
