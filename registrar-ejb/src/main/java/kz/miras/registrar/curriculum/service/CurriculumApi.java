package kz.miras.registrar.curriculum.service;

import static kz.miras.registrar.shared.service.ApiList.Field.flag;
import static kz.miras.registrar.shared.service.ApiList.Field.moment;
import static kz.miras.registrar.shared.service.ApiList.Field.names;
import static kz.miras.registrar.shared.service.ApiList.Field.number;
import static kz.miras.registrar.shared.service.ApiList.Field.text;
import static kz.miras.registrar.shared.service.ApiList.Field.texts;
import static kz.miras.registrar.shared.service.ApiList.Field.uuid;

import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.ApiList;
import kz.miras.registrar.shared.service.ApiList.Kind;

/** Disciplines, programmes, units and staff as other programs read them. */
public final class CurriculumApi {

  /** Disciplines of the catalogue. */
  public static final ApiList COURSES =
      ApiList.of(
              "courses",
              Permissions.CATALOGUE_READ,
              "discipline d JOIN org_unit u ON u.id = d.department_id WHERE 1 = 1",
              "d.id",
              uuid("id", "d.uuid"),
              text("code", "d.code"),
              names("title", "d.name"),
              number("credits", "d.credits"),
              text("controlForm", "d.control_form"),
              text("kind", "d.kind"),
              text("code", "u.code").of("department"),
              names("title", "u.name").of("department"),
              flag("active", "d.active"))
          .filter("code", "d.code = ?", Kind.TEXT)
          .filter("active", "d.active = ?", Kind.FLAG)
          .sortedBy(
              "code",
              "title.kk",
              "title.ru",
              "title.en",
              "credits",
              "kind",
              "department.code",
              "active");

  /** Teachers and examiners. */
  public static final ApiList STAFF =
      ApiList.of(
              "staff",
              Permissions.CATALOGUE_READ,
              "teacher t JOIN org_unit u ON u.id = t.department_id WHERE 1 = 1",
              "t.id",
              uuid("id", "t.uuid"),
              text("personnelNo", "t.personnel_no"),
              text("lastName", "t.last_name"),
              text("firstName", "t.first_name"),
              text("patronymic", "t.patronymic"),
              text("position", "t.position"),
              text("email", "t.email"),
              text("code", "u.code").of("department"),
              names("title", "u.name").of("department"),
              flag("active", "t.active"),
              moment("modifiedAt", "CONVERT_TZ(t.modified_at, @@session.time_zone, '+00:00')"))
          .filter("modifiedSince", "t.modified_at > FROM_UNIXTIME(?)", Kind.MOMENT)
          .filter("department", "u.code = ?", Kind.TEXT)
          .filter("active", "t.active = ?", Kind.FLAG)
          .sortedBy(
              "personnelNo",
              "lastName",
              "firstName",
              "position",
              "department.code",
              "active",
              "modifiedAt");

  /** Schools, departments and offices. */
  public static final ApiList UNITS =
      ApiList.of(
              "org-units",
              Permissions.CATALOGUE_READ,
              "org_unit u LEFT JOIN org_unit p ON p.id = u.parent_id WHERE 1 = 1",
              "u.id",
              text("code", "u.code"),
              text("kind", "u.kind"),
              names("title", "u.name"),
              text("parent", "p.code"))
          .sortedBy("code", "kind", "title.kk", "title.ru", "title.en", "parent");

  /** Educational programmes. */
  public static final ApiList PROGRAMMES =
      ApiList.of(
              "programmes",
              Permissions.CATALOGUE_READ,
              "programme p JOIN org_unit u ON u.id = p.school_id WHERE 1 = 1",
              "p.id",
              uuid("id", "p.uuid"),
              text("code", "p.code"),
              names("title", "p.name"),
              text("level", "p.level"),
              number("credits", "p.credits"),
              number("years", "p.years"),
              texts("languages", "REPLACE(p.languages, ' ', ',')"),
              text("school", "u.code"),
              flag("active", "p.active"))
          .sortedBy(
              "code", "title.kk", "title.ru", "title.en", "level", "credits", "school", "active");

  private CurriculumApi() {}
}
