package kz.miras.registrar.achievement.service;

import static kz.miras.registrar.shared.service.ApiList.Field.date;
import static kz.miras.registrar.shared.service.ApiList.Field.names;
import static kz.miras.registrar.shared.service.ApiList.Field.number;
import static kz.miras.registrar.shared.service.ApiList.Field.text;
import static kz.miras.registrar.shared.service.ApiList.Field.texts;
import static kz.miras.registrar.shared.service.ApiList.Field.uuid;
import static kz.miras.registrar.shared.service.ApiList.part;

import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.ApiList;
import kz.miras.registrar.shared.service.ApiList.Kind;

/** Academic debts as other programs read them. */
public final class AchievementApi {

  private static final long PLACES = 1000;

  /** Debts of students as they were judged last. */
  public static final ApiList DEBTS =
      ApiList.of(
              "debts",
              Permissions.ACHIEVEMENT_READ,
              "student_debt x JOIN student s ON s.id = x.student_id LEFT JOIN student_group g ON g.id"
                  + " = s.group_id WHERE 1 = 1",
              "(x.student_id * " + PLACES + " + x.place)",
              uuid("id", "s.uuid").of("student"),
              text("studentNo", "s.student_no").of("student"),
              text("group", "g.code"),
              text("code", "x.code"),
              // none of a choice block, which has its name in the code
              names("title", "x.name"),
              number("credits", "x.credits"),
              text("cause", "x.cause"),
              text("since", "x.since_term"),
              date("until", "x.until_on"),
              texts("ways", "REPLACE(x.ways, ' ', ',')"),
              date("judgedOn", "x.judged_on"))
          .filter("student", "s.student_no = ?", Kind.TEXT)
          .filter("group", "g.code = ?", Kind.TEXT)
          .sortedBy(
              part("student", "studentNo"),
              "group",
              "code",
              "credits",
              "cause",
              "since",
              "until",
              "judgedOn");

  private AchievementApi() {}
}
