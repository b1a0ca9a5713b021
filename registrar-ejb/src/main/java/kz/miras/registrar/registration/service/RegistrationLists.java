package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.registration.OfferingStatus;
import kz.miras.registrar.registration.SectionClosing;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Offerings and their sections as lists. */
@ApplicationScoped
public class RegistrationLists implements ListSource {

  private static final Map<String, String> OWN =
      Map.of(
          "OWN_GROUPS",
          "EXISTS (SELECT 1 FROM section_teacher st JOIN section sx ON sx.id = st.section_id"
              + " WHERE sx.offering_id = o.id AND st.teacher_id = :teacher AND (st.valid_to IS NULL OR"
              + " st.valid_to >= university_today()))",
          "OWN_SCHOOL",
          "u.parent_id IN (:schools)");

  @Override
  public List<ListView> lists() {
    return List.of(offerings(), sections());
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "students",
            "not-registered",
            Permissions.ENROL_PROPOSE,
            Due.Urgency.DUE,
            "s.status = 'STUDYING' AND s.on_mobility = FALSE AND EXISTS (SELECT 1 FROM calendar_event w"
                + " WHERE w.kind = 'REGISTRATION' AND university_today() BETWEEN w.starts_on AND"
                + " w.ends_on AND (w.level IS NULL OR w.level = p.level) AND (w.course_year IS NULL"
                + " OR w.course_year = s.course_year) AND NOT EXISTS (SELECT 1 FROM enrolment e JOIN"
                + " offering f ON f.id = e.offering_id WHERE e.student_id = s.id AND f.term_id ="
                + " w.term_id AND e.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED',"
                + " 'COMPLETED')))"),
        new Due(
            "sections",
            "no-teacher",
            Permissions.OFFERING_EDIT,
            Due.Urgency.WRONG,
            "t.ends_on >= university_today() AND NOT EXISTS (SELECT 1 FROM section_teacher st WHERE st.section_id = x.id)"),
        new Due(
            "sections",
            "to-close",
            Permissions.OFFERING_APPROVE,
            Due.Urgency.DUE,
            "t.ends_on >= university_today() AND x.status = 'OPEN' AND x.closing = 'PROPOSED'"),
        new Due(
            "sections",
            "full",
            Permissions.OFFERING_EDIT,
            Due.Urgency.NOTE,
            "t.ends_on >= university_today() AND q.capacity > 0 AND q.taken >= q.capacity"));
  }

  private static ListView offerings() {
    return ListView.of(
            "offerings",
            Permissions.OFFERING_READ,
            "offering o JOIN term t ON t.id = o.term_id JOIN discipline d ON d.id ="
                + " o.discipline_id JOIN org_unit u ON u.id = d.department_id WHERE 1 = 1",
            "o.uuid",
            List.of(
                Column.text("term", "t.code").unsearched(),
                Column.text("code", "o.code"),
                Column.text("discipline", "d.code"),
                Column.text("name_ru", "d.name_ru"),
                Column.text("name_kk", "d.name_kk").hidden(),
                Column.text("name_en", "d.name_en").hidden(),
                Column.language("language", "o.language"),
                Column.number("credits", "d.credits"),
                Column.number(
                    "sections", "(SELECT COUNT(*) FROM section x WHERE x.offering_id = o.id)"),
                Column.number(
                    "enrolled",
                    "(SELECT COUNT(*) FROM enrolment e WHERE e.offering_id = o.id AND e.status IN"
                        + " ('ENROLLED', 'COMPLETED'))"),
                Column.choice(
                    "status", "o.status", "registration.offering-status.", OfferingStatus.class)),
            "t.starts_on DESC, o.code",
            "/registration/offering.xhtml?id={id}")
        .scoped(OWN);
  }

  private static ListView sections() {
    return ListView.of(
            "sections",
            Permissions.OFFERING_READ,
            "section x JOIN offering o ON o.id = x.offering_id JOIN term t ON t.id = o.term_id JOIN"
                + " discipline d ON d.id = o.discipline_id JOIN org_unit u ON u.id ="
                + " d.department_id LEFT JOIN "
                + SectionLoadSql.SEATS
                + " q ON q.section_id = x.id WHERE 1 = 1",
            "o.uuid",
            List.of(
                Column.text("term", "t.code").unsearched(),
                Column.text("offering", "o.code"),
                Column.text("section", "x.code"),
                Column.choice("kind", "x.kind", "registration.section-kind.", SectionKind.class),
                Column.number("capacity", "q.capacity"),
                Column.number("taken", "q.taken"),
                Column.number("waiting", "q.waiting"),
                Column.number("refused", SectionLoadSql.REFUSED),
                Column.number("demand", SectionLoadSql.DEMAND),
                Column.number("minimum", SectionLoadSql.MINIMUM),
                Column.choice(
                    "load",
                    SectionLoadSql.LOAD,
                    "registration.load.",
                    List.of("OVER", "SMALL", "FITS")),
                Column.choice(
                    "closing", "x.closing", "registration.closing.", SectionClosing.class),
                Column.choice(
                    "status", "x.status", "registration.section-status.", SectionStatus.class)),
            "t.starts_on DESC, o.code, x.kind, x.code",
            "/registration/offering.xhtml?id={id}")
        .scoped(OWN);
  }
}
