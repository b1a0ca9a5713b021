package kz.miras.registrar.shared.service;

import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.shared.RecordReader;
import kz.miras.registrar.shared.Verdict;

/** One record of a list as another program sends it: judged and written like one of a file. */
public final class RecordKeeping {

  private RecordKeeping() {}

  /**
   * What became of it.
   *
   * @param verdict what the rules say; nothing is written where they refuse
   * @param created whether it is new
   */
  public record Kept(Verdict verdict, boolean created) {}

  /**
   * Writes a record where the rules allow it; the same again changes nothing.
   *
   * @param sheet the list, opened to write
   * @param sent values by field; fields that are left out keep what stands
   */
  public static Kept keep(RecordList list, RecordList.Sheet sheet, Map<String, String> sent) {
    Map<String, String> key = new HashMap<>(sent);
    key.keySet().retainAll(list.key());
    Map<String, String> stored = sheet.stored(key).orElse(Map.of());
    Map<String, String> whole = new HashMap<>(stored);
    whole.putAll(sent);
    RecordReader.Reading reading = RecordReader.read(list.fields(), whole);
    Verdict verdict = reading.verdict();
    if (verdict.isAllowed()) {
      verdict = sheet.check(reading.values());
    }
    if (verdict.isAllowed() && !reading.values().equals(stored)) {
      verdict = verdict.and(sheet.write(reading.values()));
      sheet.finish();
    }
    return new Kept(verdict, stored.isEmpty());
  }
}
