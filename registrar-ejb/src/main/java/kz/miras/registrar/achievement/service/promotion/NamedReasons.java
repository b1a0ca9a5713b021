package kz.miras.registrar.achievement.service.promotion;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/** Reasons with disciplines by the names they had, where rules know only their keys. */
public final class NamedReasons {

  private final Map<Serializable, LocalizedText> names = new HashMap<>();

  /** Names as the entries of a history have them. */
  public NamedReasons(List<LedgerEntry> history) {
    history.forEach(entry -> names.put(entry.discipline().key(), entry.discipline().name()));
  }

  /** The same reasons for people. */
  public List<Refusal> of(List<Refusal> reasons) {
    return reasons.stream().map(this::named).toList();
  }

  private Refusal named(Refusal reason) {
    List<Serializable> args = new ArrayList<>();
    for (Serializable arg : reason.args()) {
      LocalizedText name = names.get(arg);
      args.add(name == null ? arg : name);
    }
    return new Refusal(reason.code(), reason.rule(), reason.field(), args);
  }
}
