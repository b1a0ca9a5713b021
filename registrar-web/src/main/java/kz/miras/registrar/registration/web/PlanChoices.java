package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.TermOfferings.Offered;
import kz.miras.registrar.registration.service.TermOfferings.Part;
import kz.miras.registrar.registration.service.TermPlanner;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;
import kz.miras.registrar.registration.service.TermPlanner.TermPlan;

/** What a choice among the ways to take a discipline means. */
@Named("planChoices")
@RequestScoped
public class PlanChoices {

  @Inject private Words words;

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
    return any(first);
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
    List<Part> taken = taken(candidate, line);
    String group = code(taken, SectionKind.GROUP);
    boolean choice =
        group != null
            && candidate.offerings().stream()
                .filter(one -> one.id().equals(line.offering()))
                .anyMatch(one -> !ChosenWay.streams(one).isEmpty());
    String stream = choice ? code(taken, SectionKind.LECTURE) : null;
    return new ChosenWay(line.offering(), group, stream).value();
  }

  private static String code(List<Part> parts, SectionKind kind) {
    return parts.stream()
        .filter(part -> part.kind() == kind)
        .map(Part::code)
        .findFirst()
        .orElse(null);
  }

  /**
   * The way a kept line had chosen. Where its group, stream or offering is gone since, the nearest
   * way that is still there; where its sections exist only since, the usual one in the language
   * chosen.
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
    String any = any(offered);
    String group = there(ChosenWay.all(offered, SectionKind.GROUP), line.group());
    String stream = there(ChosenWay.streams(offered), line.stream());
    return group == null && stream == null
        ? any
        : new ChosenWay(offered.id(), group == null ? ChosenWay.of(any).group() : group, stream)
            .value();
  }

  private static String there(List<Part> parts, String code) {
    return parts.stream().map(Part::code).filter(one -> one.equals(code)).findFirst().orElse(null);
  }

  /** Any group and stream; with one group there is nothing to choose between. */
  private static String any(Offered offered) {
    List<Part> groups = ChosenWay.all(offered, SectionKind.GROUP);
    return new ChosenWay(offered.id(), groups.size() == 1 ? groups.get(0).code() : null, null)
        .value();
  }

  /** What a chosen way asks for. */
  PlanRequest.Line line(Candidate candidate, String value, EnrolmentType type, UUID replaced) {
    if (OnlyChosen.is(value)) {
      return new PlanRequest.Line(
          null, candidate.code(), null, type, OnlyChosen.language(value), null);
    }
    ChosenWay way = ChosenWay.of(value);
    return new PlanRequest.Line(
        way.offering(), null, way.group(), way.stream(), type, null, replaced);
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
   * @param instead the discipline another one is to take the place of, null for none
   */
  List<PlanRequest.Line> wanted(
      TermPlan plan,
      Map<String, String> wishes,
      Function<String, PlanView.Line> line,
      UnaryOperator<String> instead) {
    List<PlanRequest.Line> lines = new ArrayList<>();
    for (TermPlanner.Part part : plan.parts()) {
      for (Candidate one : part.candidates()) {
        String value = wishes.get(one.code());
        PlanView.Line there = line.apply(one.code());
        if (value != null && !value.isBlank() && !isSame(value, there)) {
          lines.add(
              there == null
                  ? line(one, value, part.type(), null).insteadOf(instead.apply(one.code()))
                  : line(one, value, part.type(), own(there)));
        }
      }
    }
    return lines;
  }

  /** The seat another group of the same discipline takes the place of; null for none. */
  private static UUID own(PlanView.Line there) {
    return isMoved(there.seat()) ? there.enrolment() : null;
  }

  /** Whether something is taken in the place of what stands so: a seat, or one waited for. */
  static boolean isMoved(EnrolmentStatus seat) {
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
    ChosenWay way = ChosenWay.of(value);
    List<String> codes = line.sections() == null ? List.of() : List.of(line.sections().split(" "));
    return way.offering().equals(line.offering())
        && (way.group() == null || codes.contains(way.group()))
        && (way.stream() == null || codes.contains(way.stream()));
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
