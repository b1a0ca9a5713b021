package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.registration.elective.CatalogueStatus;
import kz.miras.registrar.registration.service.elective.CatalogueView;
import kz.miras.registrar.registration.service.elective.ElectiveDesk;
import kz.miras.registrar.registration.service.elective.ElectiveQueries;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The life of a catalogue of electives at its desk: who may do what, in which order, and once. */
@InsideTest
class ElectivesInsideIT {

  /** A published catalogue of the demonstration, another for each test. */
  private static final String PUBLISHED =
      "SELECT c.id FROM elective_catalogue c WHERE c.status = 'PUBLISHED' AND NOT EXISTS (SELECT 1"
          + " FROM elective_catalogue n WHERE n.curriculum_id = c.curriculum_id AND n.status IN"
          + " ('DRAFT', 'APPROVED')) AND EXISTS (SELECT 1 FROM student s WHERE s.curriculum_id ="
          + " c.curriculum_id AND s.status = 'STUDYING') ORDER BY c.id LIMIT 1";

  /** Notices of a published catalogue, by the end of the address they lead to. */
  private static final String TOLD =
      "SELECT COUNT(*) FROM notice WHERE code = 'registration.notice.catalogue' AND link LIKE ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ElectivesInsideIT.class);
  }

  private static ElectiveDesk desk() {
    return Inside.bean(ElectiveDesk.class);
  }

  private static String uuid(long catalogue) throws SQLException {
    return Scene.text("SELECT uuid FROM elective_catalogue WHERE id = ?", catalogue);
  }

  private static CatalogueView view(String login, String id) throws Exception {
    return Inside.as(login, () -> Inside.bean(ElectiveQueries.class).catalogue(id));
  }

  @Test
  @DisplayName("KED-2 KED-4 SOD-2 a new edition is drafted, approved by another, and supersedes")
  void aNewEditionSupersedes() throws Exception {
    long before = Scene.number(PUBLISHED);
    String senior = Scene.holding("SEN");
    String director = Scene.holding("DIR");
    String draft = Inside.as(senior, () -> desk().nextEdition(uuid(before)));
    assertThat(Inside.as(senior, () -> desk().nextEdition(uuid(before))))
        .as("a draft in work is not begun twice")
        .isEqualTo(draft);
    CatalogueView drafted = view(director, draft);
    assertThat(drafted.size()).isEqualTo(view(director, uuid(before)).size()).isPositive();

    assertThat(refused(director, () -> desk().publish(draft)))
        .containsExactly("registration.catalogue.not-approved");
    assertThat(refused(director, () -> desk().approve(draft, " ")))
        .containsExactly("registration.catalogue.decision");
    assertThat(Inside.as(director, () -> desk().approve(draft, "УМС № 9")).isAllowed()).isTrue();
    assertThat(refused(director, () -> desk().approve(draft, "УМС № 9")))
        .contains("registration.elective.not-draft");
    long told = Scene.number(TOLD, "%" + draft);
    assertThat(Inside.as(director, () -> desk().publish(draft)).isAllowed()).isTrue();
    assertThat(refused(director, () -> desk().publish(draft)))
        .containsExactly("registration.catalogue.not-approved");

    assertThat(view(director, draft).status()).isEqualTo(CatalogueStatus.PUBLISHED);
    assertThat(view(director, uuid(before)).status()).isEqualTo(CatalogueStatus.SUPERSEDED);
    assertThat(Scene.number(TOLD, "%" + draft))
        .as("each student of the curriculum is told once")
        .isEqualTo(
            told
                + Scene.number(
                    "SELECT COUNT(*) FROM student s JOIN elective_catalogue c ON c.curriculum_id ="
                        + " s.curriculum_id WHERE c.id = ? AND s.status = 'STUDYING'",
                    before));
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE elective_entry SET term_no = 1 WHERE catalogue_id = ?", before))
        .as("the database itself keeps what was published")
        .hasMessageContaining("only a draft");
  }

  @Test
  @DisplayName("SOD-2 whoever has changed a catalogue does not approve it")
  void whoeverChangedItDoesNotApproveIt() throws Exception {
    long before = Scene.number(PUBLISHED);
    String deputy = Scene.holding("DEP");
    String draft = Inside.as(deputy, () -> desk().nextEdition(uuid(before)));

    assertThat(refused(deputy, () -> desk().approve(draft, "УМС № 9")))
        .containsExactly("access.duty.approves-own-draft");
    String director = Scene.holding("DIR");
    assertThat(Inside.as(director, () -> desk().approve(draft, "УМС № 9")).isAllowed()).isTrue();
  }

  @Test
  @DisplayName("KED-1 KED-2 an entry is typed into the draft only, by the rules of its curriculum")
  void entriesAreTypedIntoTheDraft() throws Exception {
    long before = Scene.number(PUBLISHED);
    String senior = Scene.holding("SEN");
    CatalogueView view = view(senior, uuid(before));
    CatalogueView.Entry first = view.blocks().get(0).entries().get(0);
    Map<String, String> key =
        Map.of(
            "programme", view.programme(),
            "admission_year", String.valueOf(view.admissionYear()),
            "year", String.valueOf(view.year()),
            "discipline", first.code());
    RecordDesk records = Inside.bean(RecordDesk.class);
    Map<String, String> stored = Inside.as(senior, () -> records.stored("electives", key));
    Map<String, String> changed = new HashMap<>(stored);
    changed.put("description_en", "About something else");

    assertThat(refused(senior, () -> records.save("electives", stored, changed, null, true)))
        .containsExactly("registration.elective.not-draft");

    String draft = Inside.as(senior, () -> desk().nextEdition(uuid(before)));
    Map<String, String> elsewhere = new HashMap<>(changed);
    elsewhere.put("choice_block", "КВ-99");
    assertThat(refused(senior, () -> records.save("electives", stored, elsewhere, null, true)))
        .containsExactly("registration.elective.block");
    Verdict saved = Inside.as(senior, () -> records.save("electives", stored, changed, null, true));
    assertThat(saved.isAllowed()).isTrue();
    assertThat(view(senior, draft).blocks().get(0).entries().get(0).description().getEn())
        .isEqualTo("About something else");
    assertThat(view(senior, uuid(before)).blocks().get(0).entries().get(0).description())
        .as("the published edition stays as it was")
        .isEqualTo(first.description());
  }

  @Test
  @DisplayName("a student reads what is published and learns of no draft; others change nothing")
  void studentsReadWhatIsPublished() throws Exception {
    long before = Scene.number(PUBLISHED);
    String draft = Inside.as(Scene.holding("SEN"), () -> desk().nextEdition(uuid(before)));
    long student =
        Scene.number(
            "SELECT s.id FROM student s JOIN elective_catalogue c ON c.curriculum_id ="
                + " s.curriculum_id WHERE c.id = ? AND s.status = 'STUDYING' ORDER BY s.id LIMIT 1",
            before);
    String login = Scene.account("STU", student, null);

    assertThat(Inside.as(login, () -> Inside.bean(ElectiveQueries.class).own()))
        .isEqualTo(uuid(before));
    assertThat(view(login, uuid(before)).editions())
        .noneMatch(one -> one.status() == CatalogueStatus.DRAFT);
    assertThatThrownBy(() -> view(login, draft)).isInstanceOf(RegistrarException.NotFound.class);
    for (String role : List.of("STU", "TCH", "ADV", "AUD", "JUN")) {
      String other = Scene.holding(role);
      assertThatThrownBy(() -> Inside.as(other, () -> desk().nextEdition(uuid(before))))
          .as(role)
          .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
      assertThatThrownBy(() -> Inside.as(other, () -> desk().approve(draft, "УМС № 9")))
          .as(role)
          .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    }
    String specialist = Scene.holding("SPE");
    assertThatThrownBy(() -> Inside.as(specialist, () -> desk().publish(draft)))
        .as("who prepares does not publish")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
  }

  private static List<String> refused(String login, Callable<Verdict> work) throws Exception {
    return Inside.as(login, work).refusals().stream().map(Refusal::code).toList();
  }
}
