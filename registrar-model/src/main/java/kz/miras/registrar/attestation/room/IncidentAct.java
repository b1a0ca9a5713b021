package kz.miras.registrar.attestation.room;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * EXR-7. What an act says (акт о нарушении).
 *
 * @param occurredAt when; null where no moment was typed
 * @param removed whether the student was sent out
 * @param witnesses names and posts of who was present and signs
 * @param explanation what the student wrote; empty for nothing
 */
public record IncidentAct(
    IncidentKind kind,
    Instant occurredAt,
    boolean removed,
    String description,
    List<String> witnesses,
    String explanation)
    implements Serializable {

  private static final int LONGEST_WITNESSES = 1000;

  public IncidentAct {
    description = description == null ? "" : description.strip();
    explanation = explanation == null ? "" : explanation.strip();
    witnesses = witnesses.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  /**
   * Whether it may be drawn up, every reason against it at once.
   *
   * @param day of the exam; null where none is named
   * @param student name of whom it is about, who is no witness
   * @param rules of the sheet: they say how many witnesses there are
   */
  public Verdict judge(LocalDate day, String student, RuleSet rules, Instant now, ZoneId zone) {
    Verdict verdict = Verdict.allowed();
    if (kind == null) {
      verdict = verdict.and(refused("attestation.incident.kind-needed", "kind"));
    }
    if (day == null) {
      verdict = verdict.and(refused("attestation.incident.no-exam", "day"));
    } else if (occurredAt == null || occurredAt.isAfter(now)) {
      verdict = verdict.and(refused("attestation.incident.when", "day"));
    } else if (!LocalDate.ofInstant(occurredAt, zone).equals(day)) {
      verdict =
          verdict.and(
              Verdict.refused(
                  Refusal.of("attestation.incident.other-day", "EXR-7", day).at("day")));
    }
    if (description.isEmpty()) {
      verdict = verdict.and(refused("attestation.incident.description-needed", "description"));
    }
    return verdict.and(signed(student, rules.integer(RuleParameter.INCIDENT_WITNESSES)));
  }

  private Verdict signed(String student, int fewest) {
    long others =
        witnesses.stream()
            .distinct()
            .filter(name -> !name.toLowerCase().startsWith(student.toLowerCase()))
            .count();
    if (others < fewest) {
      return Verdict.refused(
          Refusal.of("attestation.incident.witnesses.few", "EXR-7", fewest).at("witnesses"));
    }
    return String.join("\n", witnesses).length() > LONGEST_WITNESSES
        ? refused("attestation.incident.witnesses-long", "witnesses")
        : Verdict.allowed();
  }

  private static Verdict refused(String code, String field) {
    return Verdict.refused(Refusal.of(code, "EXR-7").at(field));
  }
}
