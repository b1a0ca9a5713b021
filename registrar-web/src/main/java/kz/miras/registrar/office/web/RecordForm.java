package kz.miras.registrar.office.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.office.service.ChoiceWords;
import kz.miras.registrar.office.service.RecordChoices;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.RecordReader;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;

/** One record of a list in a form; the same fields and checks as in an import. */
@Named("record")
@ViewScoped
public class RecordForm implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RecordDesk desk;
  @Inject private RecordChoices choices;
  @Inject private LanguageChoice language;
  @Inject private Words words;
  @Inject private Shown shown;

  private String list;
  private List<Field> fields = List.of();
  private Map<String, String> values = new HashMap<>();
  private Map<String, String> problems = new HashMap<>();
  private transient Map<String, List<RecordChoices.Choice>> offered;
  private String reason;
  private Map<String, String> seen = Map.of();
  private boolean stored;
  private boolean warned;
  private boolean warningsSeen;

  /** Opens the record whose key fields stand in the address; without them a new one. */
  public void load() {
    fields = desk.fields(list);
    Map<String, String> key = new LinkedHashMap<>();
    Map<String, String> address =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    fields.forEach(
        field -> {
          if (address.containsKey(field.key())) {
            key.put(field.key(), address.get(field.key()));
          }
        });
    Map<String, String> found = key.isEmpty() ? Map.of() : desk.stored(list, key);
    stored = !found.isEmpty();
    seen = found;
    values = written(stored ? found : key);
  }

  /** Days as people of this office write them; whatever is no day is shown as it came. */
  private Map<String, String> written(Map<String, String> given) {
    Map<String, String> written = new HashMap<>(given);
    for (Field field : fields) {
      if (field.type() == Field.Type.DATE) {
        written.computeIfPresent(
            field.key(), (key, day) -> RecordReader.day(day).map(shown::day).orElse(day));
      }
    }
    return written;
  }

  /** Stores it, or shows beside each field what is wrong. */
  public void save() {
    Verdict verdict = desk.save(list, seen, values, reason, warned && warningsSeen);
    problems = new HashMap<>();
    verdict.refusals().forEach(this::show);
    if (verdict.isAllowed() && !verdict.warnings().isEmpty() && !(warned && warningsSeen)) {
      verdict.warnings().forEach(this::show);
      warned = true;
      return;
    }
    if (verdict.isAllowed()) {
      reload();
      warned = false;
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(FacesMessage.SEVERITY_INFO, words.get("office.record.saved"), null));
    }
  }

  /** Remembers what stands now, as the list wrote it. */
  private void reload() {
    seen = desk.stored(list, values);
    stored = true;
  }

  /** Whether a field tells the open record from others and so stays as it is. */
  public boolean isKept(Field field) {
    return stored && desk.key(list).contains(field.key());
  }

  private void show(Refusal refusal) {
    String text = Messages.text(language.getLanguage(), refusal) + " (" + refusal.rule() + ")";
    if (refusal.field().isEmpty()) {
      FacesContext.getCurrentInstance()
          .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    } else {
      problems.merge(refusal.field(), text, (a, b) -> a + " " + b);
    }
  }

  /** Whether a field names another record, which the browser offers while one types. */
  public boolean offers(Field field) {
    return getOffered().containsKey(field.key());
  }

  /** What fields that name another record may hold, by field. */
  public Map<String, List<RecordChoices.Choice>> getOffered() {
    if (offered == null) {
      offered = choices.of(list, language.getLanguage());
    }
    return offered;
  }

  /** How a day or an hour is written, for fields that hold one. */
  public String hint(Field field) {
    return switch (field.type()) {
      case DATE -> words.get("office.record.day");
      case TIME -> "08:30";
      default -> "";
    };
  }

  /** Yes and no as choices of a flag, the constants of a choice. */
  public List<String> options(Field field) {
    return field.type() == Field.Type.FLAG ? List.of("true", "false") : field.choices();
  }

  public String label(Field field) {
    return ListRows.heading(list, field.key(), language.getLanguage());
  }

  /** The name of a choice; the constant itself where no message names it. */
  public String choice(Field field, String value) {
    if (field.type() == Field.Type.FLAG) {
      return words.get("office.record." + value);
    }
    return ChoiceWords.word(list, field.key(), value, language.getLanguage());
  }

  public String getList() {
    return list;
  }

  public void setList(String list) {
    this.list = list;
  }

  public List<Field> getFields() {
    return fields;
  }

  public Map<String, String> getValues() {
    return values;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public boolean isStored() {
    return stored;
  }

  public boolean isWarned() {
    return warned;
  }

  public boolean isWarningsSeen() {
    return warningsSeen;
  }

  public void setWarningsSeen(boolean warningsSeen) {
    this.warningsSeen = warningsSeen;
  }
}
