package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.promotion.PromotionRun;
import kz.miras.registrar.achievement.promotion.PromotionRunPolicy;
import kz.miras.registrar.achievement.promotion.PromotionRunStatus;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Counts;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Head;
import kz.miras.registrar.achievement.service.promotion.PromotionView.May;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Part;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** Ends of years as screens show them, to those who may see the school or the student. */
@Stateless
@Guarded
public class PromotionQueries {

  @Inject private PromotionReader reader;
  @Inject private PromotionRuns runs;
  @Inject private PromotionScope scope;
  @Inject private YearFrames years;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Access access;

  /** A school or programme to choose. */
  public record Choice(String code, LocalizedText name, String school) implements Serializable {}

  /**
   * The decision of the council as the rules of a year name it.
   *
   * @param number null where they name none
   */
  public record Council(String number, LocalDate decidedOn) implements Serializable {}

  /** All runs of which the caller sees something, the latest year first. */
  @RolesAllowed(Permissions.PROMOTION_READ)
  public List<Head> runs() {
    return reader.heads(null);
  }

  /** Academic years that have begun, the latest first. */
  @RolesAllowed(Permissions.PROMOTION_READ)
  public List<Integer> years() {
    return years.begun();
  }

  /** Programmes with their schools. */
  @RolesAllowed(Permissions.PROMOTION_PREPARE)
  public List<Choice> programmes() {
    return catalogue.programmes().stream()
        .map(one -> new Choice(one.getCode(), one.getName(), one.getSchool().getCode()))
        .sorted(Comparator.comparing(Choice::code))
        .toList();
  }

  /** Schools that have programmes. */
  @RolesAllowed(Permissions.PROMOTION_PREPARE)
  public List<Choice> schools() {
    return catalogue.programmes().stream()
        .map(one -> one.getSchool())
        .distinct()
        .map(one -> new Choice(one.getCode(), one.getName(), one.getCode()))
        .sorted(Comparator.comparing(Choice::code))
        .toList();
  }

  /** The decision of the council the rules of bachelors of a year name. */
  @RolesAllowed(Permissions.PROMOTION_PREPARE)
  public Council council(int year) {
    YearFrame frame = years.of(year);
    RuleSet set = rules.inForce(Level.BACHELOR, frame.day());
    String number = set.text(RuleParameter.PROMOTION_DECISION_NUMBER).orElse(null);
    LocalDate day =
        set.text(RuleParameter.PROMOTION_DECISION_DATE).map(LocalDate::parse).orElse(null);
    return PromotionRunPolicy.council(number, day, frame.begins()).isAllowed()
        ? new Council(number, day)
        : new Council(null, null);
  }

  /**
   * A run with a page of its lines.
   *
   * @param text begins a number or last name; null or empty for all
   * @throws RegistrarException.NotFound where the caller sees nothing of it
   */
  @RolesAllowed(Permissions.PROMOTION_READ)
  public PromotionView view(String id, Part part, String text, int from, int most) {
    String known =
        PublicId.parse(id)
            .map(Object::toString)
            .orElseThrow(() -> new RegistrarException.NotFound("promotion", id));
    Head head =
        reader.heads(known).stream()
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("promotion", id));
    LocalDate day = years.of(head.yearStart()).day();
    Counts counts = reader.counts(known, day);
    May may = may(known, head.status());
    Verdict ready = Verdict.allowed();
    boolean preview = false;
    int studying = counts.all();
    boolean whole = seesAll(known);
    if (whole && head.status() != PromotionRunStatus.ORDERED) {
      PromotionRun run = runs.visible(known, Permissions.PROMOTION_READ);
      YearFrame year = years.of(run.getYearStart());
      ready = runs.ready(run, counts.all() - counts.undecided() - counts.leftOut());
      preview = ready.refusals().stream().anyMatch(one -> one.rule().equals("PRO-6"));
      studying = scope.studying(year, PromotionRuns.whose(run));
    }
    return new PromotionView(
        head,
        day,
        studying,
        counts,
        ready,
        preview,
        whole,
        may,
        reader.lines(known, day, part, text, from, most),
        reader.found(known, day, part, text));
  }

  private boolean seesAll(String id) {
    return access.may(Permissions.PROMOTION_READ, target(id));
  }

  private Target target(String id) {
    return Target.nobodys().inSchool(runs.school(id));
  }

  private May may(String id, PromotionRunStatus status) {
    Target target = target(id);
    boolean draft = status == PromotionRunStatus.DRAFT;
    return new May(
        draft && access.may(Permissions.PROMOTION_PREPARE, target),
        draft && access.may(Permissions.PROMOTION_EDIT, target),
        draft && access.may(Permissions.PROMOTION_SUBMIT, target),
        (status == PromotionRunStatus.SUBMITTED || status == PromotionRunStatus.AGREED)
            && access.may(Permissions.PROMOTION_AGREE, target),
        status == PromotionRunStatus.AGREED && access.may(Permissions.ORDER_REGISTER, target));
  }
}
