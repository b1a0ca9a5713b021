package kz.miras.registrar.attestation.service.commission;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.CommissionRights;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.commission.AttestationOrder;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Commission;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Member;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * AK-1, AK-3. The office registers the order that names an attestation commission; chair and
 * secretary receive their rights over its matters with it, and lose them with its last day.
 */
@Stateless
@Guarded
public class AttestationOrderDesk {

  private static final String ENTITY = "AttestationCommission";
  private static final int REMARKS = 4000;
  private static final String TEACHERS =
      "SELECT id, CONCAT_WS(' ', last_name, first_name, patronymic), personnel_no FROM teacher WHERE"
          + " active ORDER BY last_name, first_name, id";
  private static final String PEOPLE =
      "SELECT a.id, a.display_name, a.login FROM account a WHERE a.kind = 'PERSON' AND a.teacher_id"
          + " IS NULL AND a.student_id IS NULL AND (a.valid_to IS NULL OR a.valid_to >="
          + " university_today()) ORDER BY a.display_name, a.id";

  @Inject private CommissionStore store;
  @Inject private CommissionCards cards;
  @Inject private CommissionRights rights;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Somebody or something that may be named.
   *
   * @param mark tells those of one name apart
   */
  public record Choice(long id, String name, String mark) implements Serializable {}

  /** A programme that may be attested. */
  public record ProgrammeChoice(long id, String code, LocalizedText name, Level level)
      implements Serializable {}

  /**
   * What became of an order.
   *
   * @param id public id of the commission; null where it was refused
   */
  public record Registered(String id, Verdict verdict) implements Serializable {}

  /** Registers an order; what is refused says every reason. */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public Registered register(AttestationOrder order) {
    Optional<AcademicYear> year =
        order.year() == null ? Optional.empty() : calendars.year(order.year());
    Verdict verdict =
        order.judge(
            fewest(),
            year.map(AcademicYear::getStartsOn).orElse(null),
            year.map(AcademicYear::getEndsOn).orElse(null),
            time.today());
    if (verdict.isAllowed() && store.hasOrder(order)) {
      verdict =
          Verdict.refused(
              Refusal.of("attestation.ak.order-known", "AK-3", order.orderNo(), order.designation())
                  .at("order_no"));
    }
    if (!verdict.isAllowed()) {
      return new Registered(null, verdict);
    }
    UUID uuid = UUID.randomUUID();
    long id = store.add(uuid, order, access.current().login(), time.now());
    giveRights(store.byId(id));
    audit.record("commission.register", ENTITY, uuid, null, order.orderNo());
    return new Registered(uuid.toString(), verdict);
  }

  /** A commission attests programmes of any level: the most any of their rules asks for. */
  private int fewest() {
    return Arrays.stream(Level.values())
        .mapToInt(level -> rules.inForce(level, time.today()).integer(RuleParameter.AK_MIN_MEMBERS))
        .max()
        .orElseThrow();
  }

  /**
   * Gives chair and secretary their rights where an account was opened after the order was
   * registered.
   *
   * @return how many accounts received them
   */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public int renewRights(String id) {
    Commission commission = store.require(id);
    if (!commission.worksOn(time.today())) {
      refuse(
          Verdict.refused(
              Refusal.of(
                  "attestation.ak.not-in-force",
                  "AK-1",
                  commission.designation(),
                  commission.from(),
                  commission.to())));
    }
    return giveRights(commission);
  }

  private int giveRights(Commission commission) {
    return giveRights(commission, CommissionOffice.CHAIR, Role.AKC)
        + giveRights(commission, CommissionOffice.SECRETARY, Role.AKS);
  }

  private int giveRights(Commission commission, CommissionOffice office, Role role) {
    List<Member> members =
        store.members(commission.id()).stream().filter(one -> one.office() == office).toList();
    return rights.give(
        commission.id(),
        role,
        keys(members.stream().map(Member::teacher)),
        keys(members.stream().map(Member::account)),
        commission.from(),
        commission.to(),
        "№ " + commission.orderNo() + ", " + commission.orderDate());
  }

  private static List<Long> keys(Stream<Long> keys) {
    return keys.filter(Objects::nonNull).toList();
  }

  /** Ends a commission earlier than its order says; the rights over it end with it. */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public void end(String id, LocalDate lastDay) {
    Commission commission = store.locked(store.require(id).id());
    if (lastDay == null || !commission.worksOn(lastDay)) {
      refuse(Verdict.refused(Refusal.of("attestation.ak.end", "AK-1").at("to")));
    }
    store.end(commission.id(), lastDay);
    rights.end(commission.id(), lastDay);
    audit.record("commission.end", ENTITY, commission.uuid(), "" + commission.to(), "" + lastDay);
  }

  /** AK-13. Keeps what the chair recommends, for the report. */
  @RolesAllowed(Permissions.PROTOCOL_EDIT)
  public void remark(String id, String remarks) {
    Commission commission = store.require(id);
    access.require(
        Permissions.PROTOCOL_EDIT,
        Target.nobodys().before(commission.id()),
        ENTITY,
        commission.uuid());
    refuse(Fitted.judge(REMARKS, remarks, "remarks"));
    String kept = remarks == null || remarks.isBlank() ? null : remarks.strip();
    store.remark(commission.id(), kept);
    audit.record("commission.remark", ENTITY, commission.uuid(), commission.remarks(), kept);
  }

  /** A commission with its members, meetings and figures. */
  @RolesAllowed({Permissions.COMMISSION_READ, Permissions.PROTOCOL_READ})
  public CommissionCard card(String id) {
    Commission commission = store.require(id);
    cards.readable(commission.id(), id);
    return cards.of(commission);
  }

  /** Teachers who may be named. */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public List<Choice> teachers() {
    return choices(TEACHERS);
  }

  /** Others with an account who may be named: of the office, or from outside. */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public List<Choice> people() {
    return choices(PEOPLE);
  }

  private List<Choice> choices(String sql) {
    return store.list(sql, row -> new Choice(row.getLong(1), row.getString(2), row.getString(3)));
  }

  /** Programmes that may be attested, in order of code. */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public List<ProgrammeChoice> programmes() {
    return catalogue.programmes().stream()
        .filter(Programme::isActive)
        .map(one -> new ProgrammeChoice(one.getId(), one.getCode(), one.getName(), one.getLevel()))
        .toList();
  }

  /** Academic years a commission may be named for, the latest first. */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public List<Integer> years() {
    return calendars.years().stream()
        .map(AcademicYear::getStartYear)
        .sorted((one, other) -> Integer.compare(other, one))
        .toList();
  }
}
