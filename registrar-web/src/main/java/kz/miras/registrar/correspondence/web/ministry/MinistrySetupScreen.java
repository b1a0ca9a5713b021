package kz.miras.registrar.correspondence.web.ministry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.miras.registrar.correspondence.ministry.DictionaryEntry;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.service.ministry.MinistryDictionaries;
import kz.miras.registrar.correspondence.service.ministry.MinistrySetup;
import kz.miras.registrar.correspondence.service.ministry.MinistrySetup.Code;
import kz.miras.registrar.correspondence.service.ministry.MinistrySetup.Name;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;

/** Numbers of the platform's dictionaries and names of its fields. */
@Named("ministrySetup")
@ViewScoped
public class MinistrySetupScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  /** How the values of a dictionary are called here. */
  private static final Map<String, String> WORDS =
      Map.of(
          "COMPONENT", "curriculum.component.",
          "DEGREE", "curriculum.level.",
          "LANGUAGE", "frame.language.",
          "ORDER_TYPE", "student.order-kind.",
          "PAYMENT_FORM", "student.funding.",
          "SEX", "shared.sex.",
          "WORK_TYPE", "calendar.event.");

  @Inject private MinistrySetup setup;
  @Inject private Notice notice;
  @Inject private Words words;
  @Inject private MinistryDictionaries dictionaries;
  @Inject private LanguageChoice language;

  private String type = KeptAddress.parameter("type");
  private Map<String, Integer> numbers;
  private Map<String, String> names;
  private Map<String, String> problems = Map.of();
  private transient List<Code> codes;
  private transient Map<String, List<DictionaryEntry>> entries;
  private transient List<Name> fields;

  public List<Code> getCodes() {
    if (codes == null) {
      codes = setup.codes();
    }
    return codes;
  }

  public List<Name> getFields() {
    if (fields == null) {
      fields = setup.names(chosen());
    }
    return fields;
  }

  private PlatformType chosen() {
    return Arrays.stream(PlatformType.values())
        .filter(one -> one.name().equals(type))
        .findFirst()
        .orElse(PlatformType.STUDENT);
  }

  /** What a value is called here; a country by its code. */
  public String word(Code code) {
    String prefix = WORDS.get(code.dictionary());
    return prefix == null ? code.value() : words.get(prefix + code.value());
  }

  /** Entries of the dictionary of a value; none where it was never imported. */
  public List<DictionaryEntry> entries(Code code) {
    if (entries == null) {
      entries = new HashMap<>();
    }
    return entries.computeIfAbsent(code.dictionary(), dictionaries::entries);
  }

  /** An entry as it is chosen. */
  public String label(DictionaryEntry entry) {
    return entry.number() + " — " + entry.name(language.getLanguage().tag());
  }

  public boolean isProposable() {
    return getCodes().stream().anyMatch(code -> code.number() == null && !entries(code).isEmpty());
  }

  /** Fills in the numbers of values that are called as one entry is; nothing is kept yet. */
  public void propose() {
    int proposed = 0;
    for (Code code : getCodes()) {
      if (getNumbers().get(key(code)) == null) {
        Optional<DictionaryEntry> called = DictionaryEntry.called(entries(code), names(code));
        called.ifPresent(entry -> numbers.put(key(code), entry.number()));
        proposed += called.isPresent() ? 1 : 0;
      }
    }
    notice.say("ministry.dictionary.proposed", proposed);
  }

  private static List<String> names(Code code) {
    String prefix = WORDS.get(code.dictionary());
    return prefix == null
        ? List.of(code.value())
        : Stream.concat(
                Stream.of(code.value()),
                Stream.of(Language.values()).map(one -> Messages.text(one, prefix + code.value())))
            .toList();
  }

  /** Numbers as they are typed, by dictionary and value. */
  public Map<String, Integer> getNumbers() {
    if (numbers == null) {
      numbers = new HashMap<>();
      getCodes().forEach(code -> numbers.put(key(code), code.number()));
    }
    return numbers;
  }

  public String key(Code code) {
    return code.dictionary() + " " + code.value();
  }

  /** Names as they are typed, by field. */
  public Map<String, String> getNames() {
    if (names == null) {
      names = new HashMap<>();
      getFields().forEach(field -> names.put(field.field().name(), field.sentAs()));
    }
    return names;
  }

  /** Keeps the numbers that were changed; what was refused stays as typed, with why beside it. */
  public String keepNumbers() {
    Map<String, RegistrarException.Refused> refusals = new HashMap<>();
    for (Code code : getCodes()) {
      Integer typed = getNumbers().get(key(code));
      if (!Objects.equals(typed, code.number())) {
        try {
          setup.number(code.dictionary(), code.value(), typed);
        } catch (RegistrarException.Refused refused) {
          refusals.put(key(code), refused);
        }
      }
    }
    return kept(refusals);
  }

  /** Keeps the names that were changed; what was refused stays as typed, with why beside it. */
  public String keepNames() {
    Map<String, RegistrarException.Refused> refusals = new HashMap<>();
    for (Name field : getFields()) {
      String typed = getNames().get(field.field().name());
      if (!Objects.equals(typed, field.sentAs())) {
        try {
          setup.name(chosen(), field.field().name(), typed);
        } catch (RegistrarException.Refused refused) {
          refusals.put(field.field().name(), refused);
        }
      }
    }
    return kept(refusals);
  }

  private String kept(Map<String, RegistrarException.Refused> refusals) {
    problems = notice.beside(refusals);
    if (refusals.isEmpty()) {
      notice.done("ministry.setup.kept");
      return again();
    }
    codes = null;
    fields = null;
    notice.warn("ministry.setup.some", refusals.size());
    return null;
  }

  /** What was refused, by dictionary and value or by field. */
  public Map<String, String> getProblems() {
    return problems;
  }

  /** Shows the fields of another type. */
  public String again() {
    return "/correspondence/ministry-setup.xhtml?faces-redirect=true&type=" + chosen().name();
  }

  public List<PlatformType> getTypes() {
    return List.of(PlatformType.values());
  }

  public String getType() {
    return chosen().name();
  }

  public void setType(String type) {
    this.type = type;
  }
}
