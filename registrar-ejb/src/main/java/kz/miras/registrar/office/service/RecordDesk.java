package kz.miras.registrar.office.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.RecordEdit;
import kz.miras.registrar.shared.RecordReader;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.RecordList;

/** One record, typed into a form: read, judged and written by the same code as an import. */
@Stateless
@Guarded
@PermitAll
public class RecordDesk {

  @Inject private RecordLists lists;
  @Inject private Access access;
  @Inject private AuditContext audit;

  /** May the caller write records of this list? To ask is no attempt: nothing is recorded. */
  public boolean may(String code) {
    return lists
        .find(code)
        .filter(list -> access.may(list.permission(), Target.nobodys()))
        .isPresent();
  }

  /** Fields of a list the caller may write. */
  public List<Field> fields(String code) {
    return writable(code).fields();
  }

  /** The fields that tell one record of a list from another. */
  public List<String> key(String code) {
    return writable(code).key();
  }

  /**
   * Stored values of the record that these name, written in whatever way can be read; empty where
   * there is none.
   */
  public Map<String, String> stored(String code, Map<String, String> typed) {
    RecordList list = writable(code);
    return list.open()
        .stored(key(list, RecordReader.read(list.fields(), typed).values()))
        .orElse(Map.of());
  }

  private static Map<String, String> key(RecordList list, Map<String, String> values) {
    Map<String, String> key = new HashMap<>(values);
    key.keySet().retainAll(list.key());
    return key;
  }

  /**
   * Judges a record without storing it.
   *
   * @param typed values as typed, by field key
   */
  public Verdict check(String code, Map<String, String> typed) {
    RecordList list = writable(code);
    RecordReader.Reading reading = RecordReader.read(list.fields(), typed);
    return reading.verdict().isAllowed() ? list.open().check(reading.values()) : reading.verdict();
  }

  /**
   * Stores a record where the rules allow it.
   *
   * @param seen values as the form opened them; empty for a new record
   * @param reason why, for the audit trail; may be null
   * @param warningsSeen whether the user has confirmed the warnings
   * @return what the rules say; nothing is stored where they refuse, or warn for the first time
   */
  public Verdict save(
      String code,
      Map<String, String> seen,
      Map<String, String> typed,
      String reason,
      boolean warningsSeen) {
    RecordList list = writable(code);
    RecordReader.Reading reading = RecordReader.read(list.fields(), typed);
    if (!reading.verdict().isAllowed()) {
      return reading.verdict();
    }
    RecordList.Sheet sheet = list.open();
    Map<String, String> key = key(list, reading.values());
    Verdict verdict =
        RecordEdit.judge(list.key(), seen, sheet.stored(key).orElse(Map.of()), reading.values())
            .and(sheet.check(reading.values()));
    if (!verdict.isAllowed() || (!verdict.warnings().isEmpty() && !warningsSeen)) {
      return verdict;
    }
    if (!sheet.stored(reading.values()).map(reading.values()::equals).orElse(false)) {
      audit.because(reason);
      verdict = verdict.and(sheet.write(reading.values()));
      sheet.finish();
    }
    return verdict;
  }

  private RecordList writable(String code) {
    RecordList list = lists.named(code);
    access.require(list.permission(), Target.nobodys(), "list", code);
    return list;
  }
}
