package kz.miras.registrar.office.service;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.office.service.ImportDesk.Finding;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.RecordList;

/** What was found in a row, between judging it and showing it in somebody's language. */
final class ImportFindings {

  private static final Jsonb JSON = JsonbBuilder.create();
  private static final int LENGTH = 4000;

  private ImportFindings() {}

  /** A verdict in its stored form; null where there is nothing to tell. */
  static String stored(Verdict verdict) {
    List<Map<String, Object>> findings = new ArrayList<>();
    verdict.refusals().forEach(refusal -> findings.add(finding("ERROR", refusal)));
    verdict.warnings().forEach(warning -> findings.add(finding("WARNING", warning)));
    String json = findings.isEmpty() ? null : JSON.toJson(findings);
    while (json != null && json.length() > LENGTH) {
      // thirty broken cells say enough of a row
      findings.remove(findings.size() - 1);
      json = JSON.toJson(findings);
    }
    return json;
  }

  private static Map<String, Object> finding(String severity, Refusal refusal) {
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("severity", severity);
    finding.put("field", refusal.field());
    finding.put("code", refusal.code());
    finding.put("rule", refusal.rule());
    finding.put("args", refusal.args().stream().map(ImportFindings::written).toList());
    return finding;
  }

  /** Days and named things keep their kind, so that each reader sees them in the own language. */
  private static String written(Serializable arg) {
    if (arg instanceof LocalDate day) {
      return "day:" + day;
    }
    if (arg instanceof Keyed named) {
      return "name:" + named.key();
    }
    String text = String.valueOf(arg);
    return "text:" + (text.length() <= 300 ? text : text.substring(0, 300) + "…");
  }

  private static Serializable read(String written, Language language) {
    String text = written.substring(written.indexOf(':') + 1);
    if (written.startsWith("day:")) {
      return LocalDate.parse(text);
    }
    return written.startsWith("name:") ? Messages.text(language, text) : text;
  }

  /** The stored findings of a row as sentences. */
  static List<Finding> shown(RecordList list, int row, String stored, Language language) {
    List<Finding> findings = new ArrayList<>();
    for (Object item : JSON.fromJson(stored, List.class)) {
      Map<?, ?> finding = (Map<?, ?>) item;
      String field = String.valueOf(finding.get("field"));
      List<Serializable> args = new ArrayList<>();
      for (Object arg : (List<?>) finding.get("args")) {
        args.add(read(String.valueOf(arg), language));
      }
      Refusal refusal =
          new Refusal(
              String.valueOf(finding.get("code")),
              String.valueOf(finding.get("rule")),
              field,
              args);
      findings.add(
          new Finding(
              row,
              field.isEmpty() ? "" : ImportHeadings.label(list.code(), field, language),
              "ERROR".equals(finding.get("severity")),
              refusal.rule(),
              Messages.text(language, refusal) + ChoiceWords.allowed(list, refusal, language)));
    }
    return findings;
  }
}
