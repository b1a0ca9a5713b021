package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.OtherDisciplines;
import kz.miras.registrar.registration.service.OtherDisciplines.Kind;
import kz.miras.registrar.registration.service.OtherDisciplines.Other;
import kz.miras.registrar.registration.service.OtherDisciplines.Price;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;
import kz.miras.registrar.registration.service.TermPlanner.Part;
import kz.miras.registrar.registration.service.TermPlanner.TermPlan;

/** Disciplines a student adds to the plan beside what the programme prescribes for the term. */
@Named("others")
@ViewScoped
public class OtherChoices implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private OtherDisciplines service;
  @Inject private Words words;
  @Inject private Shown shown;

  private final Map<String, String> types = new LinkedHashMap<>();
  private String text;
  private boolean asked;
  private boolean more;
  private transient List<Other> found;
  private transient Map<String, Other> known;
  private transient Map<EnrolmentType, Price> prices;

  /** Looks for what is typed. */
  public void search() {
    asked = true;
    found = null;
  }

  /** What a search has found, beside what is there already. */
  public List<Other> found(TermPlan plan, String student) {
    if (!asked) {
      return List.of();
    }
    if (found == null) {
      List<String> there = plan.candidates().stream().map(Candidate::code).toList();
      List<Other> all = service.find(student, plan.term(), text);
      more = all.size() > OtherDisciplines.MOST;
      found =
          all.stream()
              .filter(one -> !there.contains(one.candidate().code()))
              .limit(OtherDisciplines.MOST)
              .toList();
    }
    return found;
  }

  /** Takes what the plan of the term has beside what is prescribed. */
  void take(TermPlan plan, PlanView view) {
    List<String> prescribed = plan.candidates().stream().map(Candidate::code).toList();
    view.lines().stream()
        .filter(one -> one.term().equals(plan.term()))
        .filter(one -> !prescribed.contains(one.discipline()))
        .forEach(one -> add(one.discipline(), one.type()));
  }

  /** Takes a discipline among those to choose a way for; as the usual kind where none is given. */
  void add(String code, EnrolmentType type) {
    types.putIfAbsent(code, type == null ? null : type.name());
    forget();
  }

  void remove(String code) {
    types.remove(code);
    forget();
  }

  /** Another term, or another person: nothing is added yet. */
  void clear() {
    types.clear();
    asked = false;
    text = null;
    prices = null;
    forget();
  }

  private void forget() {
    known = null;
    found = null;
  }

  private EnrolmentType wished(String code) {
    String name = types.get(code);
    return name == null ? null : EnrolmentType.valueOf(name);
  }

  /** The plan of a term with what was added, as parts after its own. */
  TermPlan with(TermPlan plan, String student) {
    Map<EnrolmentType, Part> parts = new TreeMap<>();
    for (Other one : known(student, plan.term()).values()) {
      EnrolmentType type = typeOf(one);
      parts
          .computeIfAbsent(type, key -> new Part(null, 0, key, new ArrayList<>()))
          .candidates()
          .add(one.candidate());
    }
    List<Part> all = new ArrayList<>(plan.parts());
    all.addAll(parts.values());
    return new TermPlan(plan.term(), plan.termNo(), plan.language(), all);
  }

  /** The parts of a plan before anything was added. */
  List<Part> without(TermPlan plan) {
    return plan.parts().stream()
        .filter(part -> part.candidates().stream().noneMatch(one -> types.containsKey(one.code())))
        .toList();
  }

  private EnrolmentType typeOf(Other one) {
    EnrolmentType wished = wished(one.candidate().code());
    boolean lawful = one.kinds().stream().anyMatch(kind -> kind.type() == wished);
    return lawful ? wished : one.kinds().get(0).type();
  }

  /** What was added, in the order it was. */
  public Collection<Other> added(String student, String term) {
    return known(student, term).values();
  }

  private Map<String, Other> known(String student, String term) {
    if (known == null) {
      Map<String, Other> byCode = new LinkedHashMap<>();
      Map<String, EnrolmentType> wished = new LinkedHashMap<>();
      types.keySet().forEach(code -> wished.put(code, wished(code)));
      wished.keySet().forEach(code -> byCode.put(code, null));
      service.named(student, term, wished).forEach(one -> byCode.put(one.candidate().code(), one));
      byCode.values().removeIf(one -> one == null);
      known = byCode;
    }
    return known;
  }

  /** What an added discipline is taken as. */
  public Kind kind(Other one) {
    EnrolmentType type = typeOf(one);
    return one.kinds().stream().filter(kind -> kind.type() == type).findFirst().orElseThrow();
  }

  /** Whether this kind is to be paid for. */
  public boolean isPaid(EnrolmentType type, String student, String term) {
    return prices(student, term).containsKey(type);
  }

  /** What a discipline costs as this kind, with the order that says so. */
  public String cost(EnrolmentType type, int credits, String student, String term) {
    Price price = prices(student, term).get(type);
    return price == null || price.credit() == null
        ? words.get("registration.my.other.no-price")
        : words.of(
            "registration.my.other.price",
            shown.money(price.amount(credits)),
            shown.money(price.credit()),
            price.basis());
  }

  private Map<EnrolmentType, Price> prices(String student, String term) {
    if (prices == null) {
      prices = service.prices(student, term);
    }
    return prices;
  }

  /** What each is taken as, by name, for its list to choose from. */
  public Map<String, String> getTypes() {
    return types;
  }

  /** Whether a search has found more than is shown. */
  public boolean isMore() {
    return more;
  }

  public boolean isAsked() {
    return asked;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
