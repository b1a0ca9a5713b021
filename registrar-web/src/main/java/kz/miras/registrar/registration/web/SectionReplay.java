package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.log.QueueOrder;
import kz.miras.registrar.registration.service.SectionHistory;
import kz.miras.registrar.registration.service.SectionHistory.Entry;
import kz.miras.registrar.registration.service.SectionHistory.History;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;

/** The history of a section, minute by minute. */
@Named("replay")
@ViewScoped
public class SectionReplay implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private SectionHistory histories;
  @Inject private LanguageChoice language;

  private String section;
  private String act;
  private transient History history;

  public History getHistory() {
    if (history == null) {
      history = histories.of(id());
    }
    return history;
  }

  private UUID id() {
    try {
      return UUID.fromString(section);
    } catch (IllegalArgumentException notAnId) {
      throw new RegistrarException.NotFound("section", section);
    }
  }

  /** The decisions asked for, the earliest first. */
  public List<Entry> getEntries() {
    return getHistory().entries().stream()
        .filter(one -> act == null || one.entry().fact().act().name().equals(act))
        .toList();
  }

  /** Decisions there are any of. */
  public Set<LogAct> getActs() {
    Set<LogAct> acts = EnumSet.noneOf(LogAct.class);
    getHistory().entries().forEach(one -> acts.add(one.entry().fact().act()));
    return acts;
  }

  /** Whose the seat of an entry was; null where it went to whom it was due. */
  public QueueOrder.Jump jump(long position) {
    return getHistory().jumps().get(position);
  }

  /** Number of the student who waited at a position. */
  public String waiting(QueueOrder.Jump jump) {
    return getHistory().entries().stream()
        .filter(one -> one.entry().position() == jump.waiting())
        .map(Entry::studentNo)
        .findFirst()
        .orElse("?");
  }

  /** Milliseconds from coming to the decision. */
  public long delay(LogEntry.Fact fact) {
    return Duration.between(fact.arrivedAt(), fact.decidedAt()).toMillis();
  }

  /** How an act is coloured. */
  public String colour(LogAct of) {
    if (of.givesSeat()) {
      return "good";
    }
    return switch (of) {
      case WAITING -> "warn";
      case REFUSED, EXPIRED, CLOSED -> "bad";
      default -> "";
    };
  }

  /** A deviation of the chain as a sentence. */
  public String deviation(Refusal found) {
    return Messages.text(language.getLanguage(), found.code(), found.args().toArray());
  }

  public String getSection() {
    return section;
  }

  public void setSection(String section) {
    this.section = section;
  }

  public String getAct() {
    return act;
  }

  public void setAct(String act) {
    this.act = act == null || act.isBlank() ? null : act;
  }
}
