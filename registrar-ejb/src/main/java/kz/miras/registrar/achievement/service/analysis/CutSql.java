package kz.miras.registrar.achievement.service.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.analysis.AnalysisCut;

/**
 * A cut over {@link ResultSql}.
 *
 * @param key what tells the parts apart; empty text where a result lies in none
 * @param names names in Kazakh, Russian and English; empty where the key says it all
 * @param prefix of the message key that names a part; null where it is no message
 */
record CutSql(String key, List<String> names, String prefix) {

  private static final Map<AnalysisCut, CutSql> ALL = new EnumMap<>(AnalysisCut.class);

  static {
    ALL.put(AnalysisCut.SCHOOL, named("u.code", "u.name_kk", "u.name_ru", "u.name_en"));
    ALL.put(AnalysisCut.PROGRAMME, named("p.code", "p.name_kk", "p.name_ru", "p.name_en"));
    ALL.put(AnalysisCut.LEVEL, words("p.level", "curriculum.level."));
    ALL.put(AnalysisCut.COURSE, plain("CAST(" + ResultSql.COURSE + " AS CHAR)"));
    ALL.put(AnalysisCut.GROUP, plain("COALESCE(g.code, '')"));
    ALL.put(
        AnalysisCut.DISCIPLINE, named("a.discipline_code", "a.name_kk", "a.name_ru", "a.name_en"));
    String name = "CONCAT_WS(' ', e.last_name, e.first_name, e.patronymic)";
    ALL.put(AnalysisCut.TEACHER, named("COALESCE(e.personnel_no, '')", name, name, name));
    ALL.put(AnalysisCut.LANGUAGE, words(ResultSql.LANGUAGE, "frame.language."));
    ALL.put(AnalysisCut.FORM, words(ResultSql.FORM, "student.form."));
    ALL.put(AnalysisCut.FUNDING, words(ResultSql.FUNDING, "student.funding."));
  }

  /** Everything in one part. */
  static final CutSql WHOLE = plain("''");

  static CutSql of(AnalysisCut cut) {
    return ALL.get(cut);
  }

  private static CutSql named(String key, String kk, String ru, String en) {
    return new CutSql(key, List.of(kk, ru, en), null);
  }

  private static CutSql words(String key, String prefix) {
    return new CutSql(key, List.of(), prefix);
  }

  private static CutSql plain(String key) {
    return new CutSql(key, List.of(), null);
  }

  /** Key and names as the first four columns of a statement that groups. */
  String columns() {
    String named =
        names.isEmpty() ? ", NULL, NULL, NULL" : ", MAX(" + String.join("), MAX(", names) + ")";
    return key + " AS part" + named;
  }
}
