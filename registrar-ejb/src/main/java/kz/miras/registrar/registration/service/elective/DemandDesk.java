package kz.miras.registrar.registration.service.elective;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.OfferingStatus;
import kz.miras.registrar.registration.elective.DemandSound;
import kz.miras.registrar.registration.elective.ElectiveDemand;
import kz.miras.registrar.registration.service.ChosenLines;
import kz.miras.registrar.registration.service.ChosenLines.Chosen;
import kz.miras.registrar.registration.service.GroupOpening;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.registration.service.TermRules;
import kz.miras.registrar.registration.service.elective.DemandCounts.Part;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * What students have chosen before there are groups, and what the office decides about it: open,
 * merge languages, refuse (DEM-1 to DEM-3).
 */
@Stateless
@Guarded
public class DemandDesk {

  @Inject private DemandCounts counts;
  @Inject private ElectiveCatalogues decisions;
  @Inject private ChosenLines lines;
  @Inject private GroupOpening opening;
  @Inject private Offerings offerings;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private TermRules rules;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /** The demand of a name: term, discipline and language with tildes between. */
  @RolesAllowed(Permissions.OFFERING_READ)
  public DemandView demand(String name) {
    Chosen chosen = chosen(name);
    access.requireVisible(
        Permissions.OFFERING_READ,
        Target.nobodys().taughtBy(counts.concerned(chosen.discipline().getId())),
        "demand",
        name);
    List<Part> parts = counts.of(chosen.term().getId(), chosen.discipline().getId());
    RuleSet inForce = rules(parts, chosen);
    DemandSound.Demand demand = demand(parts, chosen);
    return new DemandView(
        name,
        chosen.term().getCode(),
        chosen.discipline().getCode(),
        chosen.discipline().getName(),
        chosen.discipline().getDepartment().getName(),
        chosen.discipline().getCredits(),
        chosen.language().tag(),
        demand.students(),
        parts.stream()
            .filter(part -> part.language().equals(chosen.language().tag()))
            .mapToInt(Part::unsent)
            .sum(),
        demand.elective(),
        demand.isBound(),
        inForce.integer(RuleParameter.REG_MIN_GROUP),
        inForce.integer(RuleParameter.REG_MAX_GROUP),
        DemandSound.groups(demand.students(), inForce),
        parts,
        decided(chosen),
        offered(chosen).map(one -> one.getUuid().toString()).orElse(null));
  }

  private List<DemandView.Decided> decided(Chosen chosen) {
    return decisions.demands(chosen.term().getId(), chosen.discipline().getId()).stream()
        .sorted(Comparator.comparing(ElectiveDemand::getDecidedAt).reversed())
        .map(
            one ->
                new DemandView.Decided(
                    one.getDecision(),
                    one.getLanguage().tag(),
                    one.getStudents(),
                    one.getGroupCount(),
                    one.getCapacity(),
                    one.getIntoLanguage() == null ? null : one.getIntoLanguage().tag(),
                    one.getReason(),
                    one.getDecidedBy(),
                    one.getDecidedAt()))
        .toList();
  }

  private Optional<Offering> offered(Chosen chosen) {
    return offerings.ofTerm(chosen.term().getId()).stream()
        .filter(one -> one.getDisciplineId() == chosen.discipline().getId())
        .filter(one -> one.getLanguage() == chosen.language())
        .filter(one -> one.getStatus() != OfferingStatus.CANCELLED)
        .findFirst();
  }

  private static DemandSound.Demand demand(List<Part> parts, Chosen chosen) {
    List<Part> own =
        parts.stream().filter(one -> one.language().equals(chosen.language().tag())).toList();
    return new DemandSound.Demand(
        own.stream().mapToInt(Part::students).sum(),
        !own.isEmpty() && own.stream().allMatch(Part::elective),
        !own.isEmpty() && own.stream().allMatch(Part::isBachelors));
  }

  /** DEM-1. Offers it, with groups; whoever has chosen it is told. */
  @RolesAllowed({Permissions.OFFERING_EDIT, Permissions.OFFERING_APPROVE})
  public Verdict open(String name, int groups, int capacity, String reason) {
    Chosen chosen = chosen(name);
    List<Part> parts = counts.of(chosen.term().getId(), chosen.discipline().getId());
    DemandSound.Demand demand = demand(parts, chosen);
    Verdict verdict = DemandSound.opens(demand, groups, capacity, reason, rules(parts, chosen));
    if (verdict.isAllowed()) {
      audit.because(reason);
      long offering =
          opening.open(chosen.term(), chosen.discipline(), chosen.language(), groups, capacity);
      decisions.add(
          ElectiveDemand.opened(
              about(chosen, demand), offering, groups, capacity, blank(reason), by(), now()));
      lines.opened(chosen, offerings.offering(offering).map(Offering::getCode).orElseThrow());
    }
    return verdict;
  }

  /** DEM-3. Lets its students join those of another language. */
  @RolesAllowed({Permissions.OFFERING_EDIT, Permissions.OFFERING_APPROVE})
  public Verdict merge(String name, Language into, String reason) {
    Chosen chosen = chosen(name);
    DemandSound.Demand demand = demand(chosen);
    Verdict verdict = DemandSound.merges(demand, chosen.language(), into, reason);
    if (verdict.isAllowed()) {
      audit.because(reason.strip());
      decisions.add(
          ElectiveDemand.merged(about(chosen, demand), into, reason.strip(), by(), now()));
      lines.translate(chosen, into, reason.strip());
    }
    return verdict;
  }

  /** DEM-2. Does not offer it: its students are told why and choose again. */
  @RolesAllowed(Permissions.OFFERING_APPROVE)
  public Verdict refuse(String name, String reason) {
    Chosen chosen = chosen(name);
    DemandSound.Demand demand = demand(chosen);
    Verdict verdict = DemandSound.refuses(demand, reason);
    if (verdict.isAllowed()) {
      audit.because(reason.strip());
      decisions.add(ElectiveDemand.refused(about(chosen, demand), reason.strip(), by(), now()));
      lines.giveBack(chosen, reason.strip());
    }
    return verdict;
  }

  private DemandSound.Demand demand(Chosen chosen) {
    return demand(counts.of(chosen.term().getId(), chosen.discipline().getId()), chosen);
  }

  private static ElectiveDemand.About about(Chosen chosen, DemandSound.Demand demand) {
    return new ElectiveDemand.About(
        chosen.term().getId(), chosen.discipline().getId(), chosen.language(), demand.students());
  }

  private static String blank(String reason) {
    return reason == null || reason.isBlank() ? null : reason.strip();
  }

  private String by() {
    return access.current().login();
  }

  private Instant now() {
    return time.now();
  }

  /**
   * The rules of those who have chosen it; of several levels those of the level most are of. The
   * minimum of a group binds only where all are bachelors, and then these are theirs.
   */
  private RuleSet rules(List<Part> parts, Chosen chosen) {
    Map<Level, Integer> students = new EnumMap<>(Level.class);
    parts.stream()
        .filter(part -> part.language().equals(chosen.language().tag()))
        .forEach(part -> students.merge(part.level(), part.students(), Integer::sum));
    Level most =
        students.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(Level.BACHELOR);
    return rules.of(most, chosen.term());
  }

  private Chosen chosen(String name) {
    String[] parts = name == null ? new String[0] : name.split("~");
    Term term = parts.length == 3 ? calendars.term(parts[0]).orElse(null) : null;
    Optional<Discipline> discipline =
        term == null ? Optional.empty() : catalogue.discipline(parts[1]);
    if (discipline.isEmpty() || !List.of("kk", "ru", "en").contains(parts[2])) {
      throw new RegistrarException.NotFound("demand", name);
    }
    return new Chosen(term, discipline.get(), Language.of(parts[2]));
  }
}
