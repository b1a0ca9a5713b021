package kz.miras.registrar.registration.service.elective;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.registration.elective.CatalogueStatus;
import kz.miras.registrar.registration.elective.DemandDecision;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Catalogues of electives and their entries as lists. */
@ApplicationScoped
public class ElectiveLists implements ListSource {

  private static final String LINK = "/registration/catalogue.xhtml?id={id}";

  /** Teachers read what is published. */
  private static final Map<String, String> SHOWN =
      Map.of("OWN_GROUPS", "c.status IN ('PUBLISHED', 'SUPERSEDED')");

  private static final String FROM =
      "elective_catalogue c JOIN curriculum u ON u.id = c.curriculum_id JOIN programme p ON p.id ="
          + " u.programme_id JOIN academic_year y ON y.id = c.academic_year_id";

  @Override
  public List<ListView> lists() {
    return List.of(catalogues(), entries(), demand());
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "elective-catalogues",
            "to-approve",
            Permissions.OFFERING_APPROVE,
            Due.Urgency.DUE,
            "c.status = 'DRAFT' AND EXISTS (SELECT 1 FROM elective_entry e WHERE e.catalogue_id ="
                + " c.id) AND NOT EXISTS (SELECT 1 FROM elective_entry e WHERE e.catalogue_id ="
                + " c.id AND (e.description_kk IS NULL OR e.description_ru IS NULL OR"
                + " e.description_en IS NULL))"),
        new Due(
            "elective-catalogues",
            "to-publish",
            Permissions.OFFERING_APPROVE,
            Due.Urgency.DUE,
            "c.status = 'APPROVED'"),
        new Due(
            "demand",
            "undecided",
            Permissions.OFFERING_EDIT,
            Due.Urgency.DUE,
            "NOT EXISTS (SELECT 1 FROM offering o WHERE o.term_id = x.term_id AND o.discipline_id ="
                + " x.discipline_id AND o.language = x.language AND o.status <> 'CANCELLED')"),
        new Due(
            "electives",
            "not-described",
            Permissions.CATALOGUE_EDIT,
            Due.Urgency.DUE,
            "c.status = 'DRAFT' AND (e.description_kk IS NULL OR e.description_ru IS NULL OR"
                + " e.description_en IS NULL)"));
  }

  private static ListView catalogues() {
    return ListView.of(
            "elective-catalogues",
            Permissions.OFFERING_READ,
            FROM + " WHERE 1 = 1",
            "c.uuid",
            List.of(
                Column.number("year", "y.start_year"),
                Column.text("programme", "p.code"),
                Column.text("name_ru", "p.name_ru"),
                Column.text("name_kk", "p.name_kk").hidden(),
                Column.text("name_en", "p.name_en").hidden(),
                Column.number("admission_year", "u.admission_year"),
                Column.number("edition", "c.edition"),
                Column.number(
                    "disciplines",
                    "(SELECT COUNT(*) FROM elective_entry e WHERE e.catalogue_id = c.id)"),
                Column.choice(
                    "status", "c.status", "registration.catalogue-status.", CatalogueStatus.class),
                Column.text("decision", "c.decision"),
                Column.moment("published_at", "c.published_at")),
            "y.start_year DESC, p.code, u.admission_year DESC, c.edition DESC",
            LINK)
        .scoped(SHOWN);
  }

  private static ListView demand() {
    return ListView.of(
            "demand",
            Permissions.OFFERING_READ,
            "(SELECT l.term_id, l.discipline_id, l.language, COUNT(*) AS students,"
                + " SUM(l.status = 'CHOSEN') AS unsent, MIN("
                + DemandCounts.ELECTIVE
                + ") AS elective FROM "
                + DemandCounts.LINES
                + " GROUP BY l.term_id, l.discipline_id, l.language) x JOIN term t ON t.id ="
                + " x.term_id JOIN discipline d ON d.id = x.discipline_id JOIN org_unit k ON k.id ="
                + " d.department_id WHERE t.closed_at IS NULL",
            "CONCAT(t.code, '~', d.code, '~', x.language)",
            List.of(
                Column.text("term", "t.code").unsearched(),
                Column.text("discipline", "d.code"),
                Column.text("name_ru", "d.name_ru"),
                Column.text("name_kk", "d.name_kk").hidden(),
                Column.text("name_en", "d.name_en").hidden(),
                Column.text("department", "k.code"),
                Column.language("language", "x.language"),
                Column.number("students", "x.students"),
                Column.number("unsent", "x.unsent"),
                Column.flag("elective", "x.elective"),
                Column.flag(
                    "offered",
                    "EXISTS (SELECT 1 FROM offering o WHERE o.term_id = x.term_id AND"
                        + " o.discipline_id = x.discipline_id AND o.language = x.language AND"
                        + " o.status <> 'CANCELLED')"),
                Column.choice(
                    "decision",
                    "(SELECT e.decision FROM elective_demand e WHERE e.term_id = x.term_id AND"
                        + " e.discipline_id = x.discipline_id AND e.language = x.language ORDER BY"
                        + " e.decided_at DESC LIMIT 1)",
                    "registration.demand-decision.",
                    DemandDecision.class)),
            "t.starts_on DESC, x.students DESC, d.code",
            "/registration/demand.xhtml?of={id}")
        .scoped(
            Map.of(
                "OWN_GROUPS",
                "(d.department_id = (SELECT tx.department_id FROM teacher tx WHERE tx.id = :teacher)"
                    + " OR EXISTS (SELECT 1 FROM section_teacher st JOIN section sx ON sx.id = st.section_id"
                    + " JOIN offering ox ON ox.id = sx.offering_id WHERE ox.discipline_id ="
                    + " x.discipline_id AND st.teacher_id = :teacher))"));
  }

  private static ListView entries() {
    return ListView.of(
            "electives",
            Permissions.OFFERING_READ,
            "elective_entry e JOIN discipline d ON d.id = e.discipline_id JOIN org_unit k ON k.id ="
                + " d.department_id JOIN "
                + FROM.replace(
                    "elective_catalogue c JOIN",
                    "elective_catalogue c ON c.id = e.catalogue_id JOIN")
                + " WHERE 1 = 1",
            "c.uuid",
            List.of(
                Column.number("year", "y.start_year"),
                Column.text("programme", "p.code"),
                Column.number("admission_year", "u.admission_year"),
                Column.choice(
                    "status", "c.status", "registration.catalogue-status.", CatalogueStatus.class),
                Column.text("choice_block", "e.choice_block"),
                Column.number("term_no", "e.term_no"),
                Column.text("discipline", "d.code"),
                Column.text("name_ru", "d.name_ru"),
                Column.text("name_kk", "d.name_kk").hidden(),
                Column.text("name_en", "d.name_en").hidden(),
                Column.number("credits", "d.credits"),
                Column.text("department", "k.code"),
                Column.choices(
                    "languages", "e.languages", "frame.language.", List.of("kk", "ru", "en")),
                Column.flag(
                    "described",
                    "(e.description_kk IS NOT NULL AND e.description_ru IS NOT NULL AND"
                        + " e.description_en IS NOT NULL)"),
                Column.text("addition_basis", "e.addition_basis").hidden()),
            "y.start_year DESC, p.code, u.admission_year DESC, e.term_no, e.choice_block, d.code",
            LINK)
        .scoped(SHOWN);
  }
}
