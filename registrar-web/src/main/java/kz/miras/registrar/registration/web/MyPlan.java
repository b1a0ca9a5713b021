package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.OnceKey;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.rule.ChoiceRoom;
import kz.miras.registrar.registration.rule.CreditRoom;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.TermPlanner;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;
import kz.miras.registrar.registration.service.TermPlanner.Part;
import kz.miras.registrar.registration.service.TermPlanner.TermPlan;
import kz.miras.registrar.student.service.StudentQueries;

/** A student builds the plan of a term: chooses, asks "what if", submits, gives seats up. */
@Named("myPlan")
@ViewScoped
public class MyPlan implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private TermPlanner planner;
  @Inject private PlanQueries queries;
  @Inject private PlanDesk desk;
  @Inject private RegistrationCounter counter;
  @Inject private TermQueries termQueries;
  @Inject private StudentQueries students;
  @Inject private PlanChoices choices;
  @Inject private OtherChoices others;
  @Inject private SwapChoices swaps;
  @Inject private PlanWeek week;
  @Inject private SubmitOptions options;
  @Inject private LateExplanation late;
  @Inject private Notice notice;
  @Inject private OnceKey once;

  private String id = KeptAddress.parameter("student");
  private String term = KeptAddress.parameter("term");
  private final Map<String, String> wishes = new HashMap<>();
  private boolean begun;
  private PlanAnswer answer;
  private PlanAnswer submitted;
  private transient TermPlan plan;
  private transient PlanView view;
  private transient List<TermChoice> terms;
  private transient CreditRoom room;

  /** Without an id in the address a student plans the own term. */
  public void load() {
    if (id == null || id.isBlank()) {
      id = students.own();
    }
    if (term == null || term.isBlank()) {
      term = getTerms().isEmpty() ? null : getTerms().get(0).code();
    }
    if (!begun && isUsable()) {
      begun = true;
      preset();
    }
  }

  /** Whether there is a student and a term to plan. */
  public boolean isUsable() {
    return id != null && term != null;
  }

  /** What was chosen before, and what is compulsory anyway. */
  private void preset() {
    wishes.clear();
    others.take(getPlan(), getView());
    plan = null;
    wishes.putAll(choices.preset(getPlan(), getView(), this::line));
    swaps.take(getView().drafts(term));
  }

  /** Another term is looked at. */
  public void termChosen() {
    others.clear();
    forget();
    answer = null;
    submitted = null;
    preset();
  }

  void forget() {
    week.forget();
    view = null;
    plan = null;
    room = null;
  }

  /** Something was chosen; earlier answers are about something else. */
  public void chosen() {
    answer = null;
    room = null;
    plan = null;
  }

  /** Takes one more discipline among those to choose from. */
  public void add(String code) {
    others.add(code, null);
    chosen();
    getPlan().candidates().stream()
        .filter(one -> one.code().equals(code))
        .forEach(one -> wishes.put(code, choices.usual(one, getPlan().language())));
  }

  /** Leaves a discipline that was taken among them, with what was chosen of it. */
  public void leave(String code) {
    others.remove(code);
    wishes.remove(code);
    chosen();
  }

  /** What if: asks all rules and saves nothing. */
  public void check() {
    submitted = null;
    answer = desk.check(id, request());
  }

  /** Keeps the choice as a draft. */
  public void keep() {
    answer = counter.choose(id, request());
    view = null;
    notice.done("registration.my.kept");
  }

  /** Submits what is chosen and takes the seats; drafts that are not chosen any more go. */
  public void submit() {
    PlanRequest request = request();
    if (request.lines().isEmpty()) {
      notice.warn(getLines().isEmpty() ? "registration.my.nothing" : "registration.my.nothing-new");
      return;
    }
    List<Long> left = PlanChoices.left(getView(), term, wishes);
    take(() -> counter.submit(id, request, once.getKey(), null));
    left.forEach(line -> counter.withdraw(id, term, line));
    forget();
  }

  /** What was given up is free to be chosen again; nothing else typed is lost. */
  void gaveUp(Runnable act) {
    List<String> before = getLines().stream().map(PlanView.Line::discipline).toList();
    act.run();
    forget();
    answer = null;
    before.stream().filter(code -> line(code) == null).forEach(wishes::remove);
  }

  /** What was submitted is shown with what became of it; what a swap gave up is chosen no more. */
  private void take(Supplier<PlanAnswer> act) {
    gaveUp(() -> submitted = act.get());
    once.renew();
    answer = submitted;
    for (Candidate one : getPlan().candidates()) {
      if (line(one.code()) != null) {
        wishes.put(one.code(), choices.own(one, line(one.code())));
      }
    }
    if (submitted.isComplete()) {
      notice.done("registration.my.submitted");
    } else {
      notice.warn("registration.my.partly");
    }
  }

  /** A returned line takes a seat again where its own was released. */
  void takeAnew(long line) {
    take(() -> counter.anew(id, request(List.of()), line, once.getKey()));
  }

  private PlanRequest request() {
    return request(
        choices.wanted(
            getPlan(),
            swaps.without(getLines(), wishes),
            this::line,
            code -> swaps.instead(getLines(), code, wishes)));
  }

  private PlanRequest request(List<PlanRequest.Line> lines) {
    return new PlanRequest(
        term, lines, options.isAllOrNothing(), options.isMayWait(), late.getText());
  }

  /** The line of the plan with this discipline in the term; null for none. */
  public PlanView.Line line(String discipline) {
    return getView().lines().stream()
        .filter(one -> one.term().equals(term) && one.discipline().equals(discipline))
        .filter(one -> one.status() != PlanLineStatus.CHOSEN)
        .findFirst()
        .orElse(null);
  }

  /** What the rules said of a discipline; null where it was not asked about. */
  public PlanAnswer.Line said(String discipline) {
    return answer == null ? null : answer.of(discipline);
  }

  public List<PlanView.Line> getLines() {
    return getView().lines().stream()
        .filter(one -> one.term().equals(term) && one.status() != PlanLineStatus.CHOSEN)
        .toList();
  }

  /** Credits of the term with what is chosen, beside the limits. */
  public CreditRoom getRoom() {
    if (room == null) {
      room = desk.room(id, request());
    }
    return room;
  }

  private boolean isTaken(Candidate one) {
    String value = wishes.get(one.code());
    boolean had = value != null && !value.isBlank() || line(one.code()) != null;
    return had && !swaps.isGivenUp(one.code(), getLines(), wishes) || one.isPassed();
  }

  /** What fits into a block, and what a choice in it closes. */
  public ChoiceRoom block(Part part) {
    return part.room(this::isTaken);
  }

  /** The week as it is and as it would be. */
  public List<WeekGrid.Row> getWeek() {
    return week.rows(
        id, getPlan(), wishes, this::line, code -> swaps.isGivenUp(code, getLines(), wishes));
  }

  public List<TermChoice> getTerms() {
    if (terms == null) {
      terms = termQueries.ahead();
    }
    return terms;
  }

  /** What the programme prescribes; what was added stands by itself. */
  public List<Part> getPrescribed() {
    return others.without(getPlan());
  }

  public TermPlan getPlan() {
    if (plan == null) {
      plan = others.with(planner.plan(id, term), id);
    }
    return plan;
  }

  public PlanView getView() {
    if (view == null) {
      view = queries.plan(id, term);
    }
    return view;
  }

  public Map<String, String> getWishes() {
    return wishes;
  }

  public PlanAnswer getAnswer() {
    return answer;
  }

  public PlanAnswer getSubmitted() {
    return submitted;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getTerm() {
    return term;
  }

  public void setTerm(String term) {
    this.term = term;
  }
}
