package kz.miras.registrar.curriculum.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.OrgUnitKind;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** The catalogue as lists. */
@ApplicationScoped
public class CatalogueLists implements ListSource {

  @Override
  public List<ListView> lists() {
    return List.of(units(), teachers(), programmes(), disciplines(), plans(), curricula());
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "plans",
            "not-approved",
            Permissions.CATALOGUE_EDIT,
            Due.Urgency.DUE,
            "c.approved_by IS NULL"),
        new Due(
            "plans",
            "empty",
            Permissions.CATALOGUE_EDIT,
            Due.Urgency.WRONG,
            "NOT EXISTS (SELECT 1 FROM curriculum_item i WHERE i.curriculum_id = c.id)"));
  }

  private static ListView units() {
    return ListView.of(
        "units",
        Permissions.CATALOGUE_READ,
        "org_unit u LEFT JOIN org_unit p ON p.id = u.parent_id WHERE 1 = 1",
        "u.code",
        List.of(
            Column.text("code", "u.code"),
            Column.choice("kind", "u.kind", "curriculum.unit-kind.", OrgUnitKind.class),
            Column.text("name_kk", "u.name_kk"),
            Column.text("name_ru", "u.name_ru"),
            Column.text("name_en", "u.name_en").hidden(),
            Column.text("parent", "p.code")),
        "u.kind DESC, u.code",
        "/office/record.xhtml?list=units&code={id}");
  }

  private static ListView teachers() {
    return ListView.of(
        "teachers",
        Permissions.CATALOGUE_READ,
        "teacher t JOIN org_unit d ON d.id = t.department_id WHERE 1 = 1",
        "t.personnel_no",
        List.of(
            Column.text("personnel_no", "t.personnel_no"),
            Column.text("last_name", "t.last_name"),
            Column.text("first_name", "t.first_name"),
            Column.text("patronymic", "t.patronymic"),
            Column.text("department", "d.name_ru"),
            Column.text("position", "t.position"),
            Column.text("email", "t.email").hidden(),
            Column.flag("active", "t.active")),
        "t.last_name, t.first_name",
        "/office/record.xhtml?list=teachers&personnel_no={id}");
  }

  private static ListView programmes() {
    return ListView.of(
        "programmes",
        Permissions.CATALOGUE_READ,
        "programme p JOIN org_unit s ON s.id = p.school_id WHERE 1 = 1",
        "p.code",
        List.of(
            Column.text("code", "p.code"),
            Column.text("name_kk", "p.name_kk"),
            Column.text("name_ru", "p.name_ru"),
            Column.text("name_en", "p.name_en").hidden(),
            Column.choice("level", "p.level", "curriculum.level.", Level.class),
            Column.number("credits", "p.credits"),
            Column.number("years", "p.years"),
            Column.choices(
                "languages", "p.languages", "frame.language.", List.of("kk", "ru", "en")),
            Column.text("school", "s.code"),
            Column.flag("active", "p.active").hidden()),
        "p.code",
        "/curriculum/programme.xhtml?code={id}");
  }

  private static ListView disciplines() {
    return ListView.of(
        "disciplines",
        Permissions.CATALOGUE_READ,
        "discipline d JOIN org_unit o ON o.id = d.department_id WHERE 1 = 1",
        "d.code",
        List.of(
            Column.text("code", "d.code"),
            Column.text("name_kk", "d.name_kk"),
            Column.text("name_ru", "d.name_ru"),
            Column.text("name_en", "d.name_en").hidden(),
            Column.number("credits", "d.credits"),
            Column.choice(
                "control_form", "d.control_form", "curriculum.control.", ControlForm.class),
            Column.choice("kind", "d.kind", "curriculum.kind.", DisciplineKind.class),
            Column.text("department", "o.code"),
            Column.flag("excluded_from_gpa", "d.excluded_from_gpa").hidden(),
            Column.flag("active", "d.active").hidden()),
        "d.code",
        "/curriculum/discipline.xhtml?code={id}");
  }

  private static ListView plans() {
    return ListView.of(
        "plans",
        Permissions.CATALOGUE_READ,
        "curriculum c JOIN programme p ON p.id = c.programme_id WHERE 1 = 1",
        "c.id",
        List.of(
            Column.text("programme", "p.code"),
            Column.number("admission_year", "c.admission_year"),
            Column.text("name_kk", "p.name_kk").hidden(),
            Column.text("name_ru", "p.name_ru"),
            Column.text("name_en", "p.name_en").hidden(),
            Column.choice("level", "p.level", "curriculum.level.", Level.class),
            Column.number(
                "disciplines",
                "(SELECT COUNT(*) FROM curriculum_item i WHERE i.curriculum_id = c.id)"),
            Column.text("approved_by", "c.approved_by")),
        "c.admission_year DESC, p.code",
        "/curriculum/plan.xhtml?plan={id}");
  }

  private static ListView curricula() {
    return ListView.of(
        "curricula",
        Permissions.CATALOGUE_READ,
        "curriculum_item i JOIN curriculum c ON c.id = i.curriculum_id JOIN programme p ON p.id ="
            + " c.programme_id JOIN discipline d ON d.id = i.discipline_id WHERE 1 = 1",
        "i.id",
        List.of(
            Column.text("programme", "p.code"),
            Column.number("admission_year", "c.admission_year"),
            Column.number("term_no", "i.term_no"),
            Column.text("discipline", "d.code"),
            Column.text("name_kk", "d.name_kk").hidden(),
            Column.text("name_ru", "d.name_ru"),
            Column.text("name_en", "d.name_en").hidden(),
            Column.number("credits", "d.credits"),
            Column.choice("cycle", "i.cycle", "curriculum.cycle.", Cycle.class),
            Column.choice("component", "i.component", "curriculum.component.", Component.class),
            Column.text("choice_block", "i.choice_block")),
        "p.code, c.admission_year, i.term_no, d.code",
        "/curriculum/plan.xhtml?line={id}");
  }
}
