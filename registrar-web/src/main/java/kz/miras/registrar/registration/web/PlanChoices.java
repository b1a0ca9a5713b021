package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.TermOfferings.Hour;
import kz.miras.registrar.registration.service.TermOfferings.Offered;
import kz.miras.registrar.registration.service.TermOfferings.Part;
import kz.miras.registrar.registration.service.TermPlanner;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;
import kz.miras.registrar.registration.service.TermPlanner.TermPlan;

/** The ways to take a discipline as one list to choose from, and what a choice in it means. */
@Named("planChoices")
@RequestScoped
public class PlanChoices {

  private static final String BETWEEN = "|";
  private static final String TONGUE = "transcript.language.";

  @Inject private LanguageChoice language;
  @Inject private Words words;

  /**
   * One way.
   *
   * @param value what the form sends
   * @param label language, group, hours, teacher and free seats
   */
  public record Way(String value, String label) implements Serializable {}

  /** Ways to take a discipline. */
  public List<Way> of(Candidate candidate) {
    List<Way> ways = new ArrayList<>();
    ways.add(new Way("", words.get("registration.my.not-chosen")));
    if (candidate.offerings().isEmpty()) {
      for (String tag : candidate.languages()) {
        ways.add(
            new Way(OnlyChosen.in(tag), words.of("registration.my.only", words.get(TONGUE + tag))));
      }
    }
    for (Offered offered : candidate.offerings()) {
      List<Part> groups = groups(offered);
      String tongue = words.get(TONGUE + offered.language());
      if (groups.size() > 1) {
        int free = groups.stream().mapToInt(PlanChoices::free).sum();
        ways.add(
            new Way(offered.id().toString(), words.of("registration.my.any-group", tongue, free)));
      }
      for (Part group : groups) {
        ways.add(new Way(offered.id() + BETWEEN + group.code(), tongue + " · " + label(group)));
      }
    }
    return ways;
  }

  private String label(Part group) {
    StringBuilder label = new StringBuilder(group.code());
    group.hours().forEach(hour -> label.append(" · ").append(hour(hour)));
    if (group.teacher() != null) {
      label.append(" · ").append(group.teacher());
    }
    int free = free(group);
    label
        .append(" · ")
        .append(
            free > 0
                ? words.of("registration.my.free", free)
                : words.of("registration.my.full", group.waiting()));
    return label.toString();
  }

  private static int free(Part group) {
    return Math.max(0, group.capacity() - group.taken());
  }

  /** An hour in few letters. */
  public String hour(Hour hour) {
    Locale locale = language.getLanguage().locale();
    String day = hour.day().getDisplayName(TextStyle.SHORT, locale);
    String weeks =
        hour.weeks() == kz.miras.registrar.registration.SectionSlot.Weeks.ALL
            ? ""
            : " " + words.get("registration.weeks." + hour.weeks());
    return day + " " + hour.from() + weeks;
  }

  /** The usual way: the language of the student comes first, any group. */
  String usual(Candidate candidate, String tongue) {
    if (candidate.offerings().isEmpty()) {
      List<String> taught = candidate.languages();
      if (taught.isEmpty()) {
        return "";
      }
      return OnlyChosen.in(taught.contains(tongue) ? tongue : taught.get(0));
    }
    Offered first =
        candidate.offerings().stream()
            .filter(one -> one.language().equals(tongue))
            .findFirst()
            .orElse(candidate.offerings().get(0));
    return any(first, groups(first));
  }

  /** The way a line of the plan has taken, or the usual one in the language that was chosen. */
  String own(Candidate candidate, PlanView.Line line) {
    if (line.offering() == null) {
      if (candidate.offerings().isEmpty()) {
        return OnlyChosen.in(line.language());
      }
      // sections exist only since; what was given back is chosen anew
      boolean back = line.status() == PlanLineStatus.RETURNED;
      return back ? "" : usual(candidate, line.language());
    }
    return taken(candidate, line).stream()
        .filter(part -> part.kind() == SectionKind.GROUP)
        .map(part -> line.offering() + BETWEEN + part.code())
        .findFirst()
        .orElse(line.offering().toString());
  }

  /**
   * The way a kept line had chosen. Where its group or offering is gone since, the nearest way that
   * is still there; where its sections exist only since, the usual one in the language chosen.
   */
  String kept(Candidate candidate, PlanView.Line line) {
    Offered offered =
        candidate.offerings().stream()
            .filter(one -> one.id().equals(line.offering()))
            .findFirst()
            .orElse(null);
    if (offered == null) {
      return usual(candidate, line.language());
    }
    List<Part> groups = groups(offered);
    if (groups.stream().anyMatch(part -> part.code().equals(line.group()))) {
      return offered.id() + BETWEEN + line.group();
    }
    return any(offered, groups);
  }

  private static List<Part> groups(Offered offered) {
    return offered.sections().stream().filter(p -> p.kind() == SectionKind.GROUP).toList();
  }

  /** Any group; with one there is nothing to choose between. */
  private static String any(Offered offered, List<Part> groups) {
    return groups.size() == 1
        ? offered.id() + BETWEEN + groups.get(0).code()
        : offered.id().toString();
  }

  /** The group a way names; null for any. */
  static String group(String value) {
    int bar = value.indexOf(BETWEEN);
    return bar < 0 ? null : value.substring(bar + 1);
  }

  /** What a chosen way asks for. */
  PlanRequest.Line line(Candidate candidate, String value, EnrolmentType type, UUID replaced) {
    if (OnlyChosen.is(value)) {
      return new PlanRequest.Line(
          null, candidate.code(), null, type, OnlyChosen.language(value), null);
    }
    int bar = value.indexOf(BETWEEN);
    UUID offering = UUID.fromString(bar < 0 ? value : value.substring(0, bar));
    String group = bar < 0 ? null : value.substring(bar + 1);
    return new PlanRequest.Line(offering, null, group, type, null, replaced);
  }

  /**
   * What was chosen in the term before, and the usual way to take what is compulsory anyway.
   *
   * @param line the line of the plan with a discipline, null for none
   * @return chosen ways by discipline
   */
  Map<String, String> preset(TermPlan plan, PlanView view, Function<String, PlanView.Line> line) {
    Map<String, String> wishes = new HashMap<>();
    Map<String, Candidate> candidates = new HashMap<>();
    plan.candidates().forEach(one -> candidates.put(one.code(), one));
    for (PlanView.Line one : view.drafts(plan.term())) {
      Candidate candidate = candidates.get(one.discipline());
      wishes.put(one.discipline(), candidate == null ? "" : kept(candidate, one));
    }
    for (TermPlanner.Part part : plan.parts()) {
      for (Candidate one : part.candidates()) {
        PlanView.Line there = line.apply(one.code());
        if (there != null) {
          wishes.put(one.code(), own(one, there));
        } else if (!part.isChoice() && part.type() == EnrolmentType.MAIN && !one.isPassed()) {
          wishes.putIfAbsent(one.code(), usual(one, plan.language()));
        }
      }
    }
    return wishes;
  }

  /**
   * Drafts of a term that were kept and are not chosen any more.
   *
   * @param wishes chosen ways by discipline
   * @return keys of the lines
   */
  static List<Long> left(PlanView view, String term, Map<String, String> wishes) {
    return view.drafts(term).stream()
        .filter(one -> wishes.getOrDefault(one.discipline(), "").isBlank())
        .map(PlanView.Line::key)
        .toList();
  }

  /**
   * What the chosen ways ask for beyond what the student has already.
   *
   * @param line the line of the plan with a discipline, null for none
   */
  List<PlanRequest.Line> wanted(
      TermPlan plan, Map<String, String> wishes, Function<String, PlanView.Line> line) {
    List<PlanRequest.Line> lines = new ArrayList<>();
    for (TermPlanner.Part part : plan.parts()) {
      for (Candidate one : part.candidates()) {
        String value = wishes.get(one.code());
        PlanView.Line there = line.apply(one.code());
        if (value != null && !value.isBlank() && !isSame(value, there)) {
          UUID replaced = there == null || !isMoved(there.seat()) ? null : there.enrolment();
          lines.add(line(one, value, part.type(), replaced));
        }
      }
    }
    return lines;
  }

  /** Whether another group is taken in the place of what stands so: a seat, or one waited for. */
  private static boolean isMoved(EnrolmentStatus seat) {
    return seat == EnrolmentStatus.ENROLLED || seat == EnrolmentStatus.WAITLISTED;
  }

  /** Whether a way is what the student has already. */
  boolean isSame(String value, PlanView.Line line) {
    if (line == null) {
      return false;
    }
    if (OnlyChosen.is(value)) {
      return line.offering() == null && value.equals(OnlyChosen.in(line.language()));
    }
    if (line.enrolment() == null) {
      return false;
    }
    int bar = value.indexOf(BETWEEN);
    boolean sameOffering = value.startsWith(String.valueOf(line.offering()));
    return sameOffering
        && (bar < 0
            || (line.sections() != null
                && List.of(line.sections().split(" ")).contains(value.substring(bar + 1))));
  }

  /** Sections a line has its seats in. */
  List<Part> taken(Candidate candidate, PlanView.Line line) {
    List<String> codes = line.sections() == null ? List.of() : List.of(line.sections().split(" "));
    return candidate.offerings().stream()
        .filter(one -> one.id().equals(line.offering()))
        .flatMap(one -> one.sections().stream())
        .filter(part -> codes.contains(part.code()))
        .toList();
  }

  /** Name of a part for its heading. */
  public String title(TermPlanner.Part part) {
    boolean owed = part.type() == EnrolmentType.DEBT || part.type() == EnrolmentType.DIFFERENCE;
    if (part.isChoice()) {
      String block = owed ? "registration.my.block-owed" : "registration.my.block";
      return words.of(block, part.block(), part.credits());
    }
    if (owed) {
      return words.get("registration.my.owed." + part.type());
    }
    return part.type() == EnrolmentType.MAIN
        ? words.get("registration.my.compulsory")
        : words.get("registration.my.debts");
  }
}
