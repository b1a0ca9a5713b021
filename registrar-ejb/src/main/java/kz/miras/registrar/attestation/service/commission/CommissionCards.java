package kz.miras.registrar.attestation.service.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.commission.CommissionFigures;
import kz.miras.registrar.attestation.service.commission.CommissionCard.Figures;
import kz.miras.registrar.attestation.service.commission.CommissionCard.LetterCount;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Commission;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Member;
import kz.miras.registrar.attestation.service.commission.MeetingStore.Meeting;
import kz.miras.registrar.attestation.service.commission.ProtocolStore.Stored;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** Makes the cards of attestation commissions. */
@ApplicationScoped
class CommissionCards {

  @Inject private CommissionStore store;
  @Inject private MeetingStore meetings;
  @Inject private ProtocolStore protocols;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private UniversityTime time;

  CommissionCard of(Commission commission) {
    List<Stored> all = protocols.ofCommission(commission.id());
    return new CommissionCard(
        commission.uuid().toString(),
        commission.designation(),
        commission.year(),
        new CommissionCard.Order(
            commission.orderNo(),
            commission.orderDate(),
            commission.council(),
            commission.councilDate(),
            commission.registeredBy(),
            commission.registeredAt()),
        commission.from(),
        commission.to(),
        programmes(commission.id()).stream()
            .map(one -> new CommissionCard.Programme(one.getCode(), one.getName()))
            .toList(),
        store.members(commission.id()).stream()
            .map(
                one ->
                    new CommissionCard.Member(one.office(), one.name(), one.post(), one.signsIn()))
            .toList(),
        meetings.of(commission.id()).stream().map(one -> meeting(one, all)).toList(),
        figures(commission, all),
        commission.remarks(),
        commission.report(),
        commission.worksOn(time.today()),
        access.may(Permissions.COMMISSION_DRAFT),
        access.may(Permissions.PROTOCOL_EDIT, Target.nobodys().before(commission.id())),
        access.may(Permissions.DEFENCE_TIMETABLE_APPROVE));
  }

  /**
   * Lets somebody read a commission and its meetings.
   *
   * @throws RegistrarException.NotFound for whoever may read neither commissions nor its protocols
   */
  void readable(long commission, String id) {
    if (!access.may(Permissions.COMMISSION_READ)
        && !access.may(Permissions.PROTOCOL_READ, Target.nobodys().before(commission))) {
      throw new RegistrarException.NotFound("commission", id);
    }
  }

  List<Programme> programmes(long commission) {
    return store.programmes(commission).stream()
        .map(one -> catalogue.programme(one).orElseThrow())
        .sorted(Comparator.comparing(Programme::getCode))
        .toList();
  }

  private static CommissionCard.Meeting meeting(Meeting one, List<Stored> all) {
    List<Stored> of = all.stream().filter(p -> p.meeting() == one.id()).toList();
    return new CommissionCard.Meeting(
        one.uuid().toString(),
        one.kind(),
        one.heldOn(),
        one.from(),
        one.to(),
        one.place(),
        of.size(),
        (int) of.stream().filter(Stored::isSigned).count(),
        one.isApproved());
  }

  /** AK-13. Figures of the signed protocols that stand, by the rules of the first programme. */
  private Figures figures(Commission commission, List<Stored> all) {
    LocalDate day = commission.to();
    GradeScale scale = GradeScale.on(day);
    Level level =
        programmes(commission.id()).stream()
            .findFirst()
            .map(Programme::getLevel)
            .orElse(Level.BACHELOR);
    CommissionFigures figures =
        CommissionFigures.of(
            all.stream()
                .filter(one -> one.isSigned() && one.latest())
                .map(
                    one ->
                        new CommissionFigures.Line(
                            one.text().appearance(), one.decision(), one.text().grade(scale)))
                .toList(),
            scale,
            rules.inForce(level, day));
    return new Figures(
        figures.admitted(),
        figures.taken(),
        figures.absent(),
        figures.excused(),
        figures.failed(),
        figures.awarded(),
        figures.honours(),
        Arrays.stream(Letter.values())
            .filter(letter -> figures.grades().of(letter) > 0)
            .map(letter -> new LetterCount(letter.sign(), figures.grades().of(letter)))
            .toList(),
        figures.grades().absoluteRate().orElse(null),
        figures.grades().qualityRate().orElse(null),
        figures.grades().meanPercent().orElse(null));
  }

  /** Members with who of them was there. */
  static List<ProtocolView.Seat> seats(List<Member> members, Set<Long> present) {
    return members.stream()
        .map(
            one ->
                new ProtocolView.Seat(
                    one.id(), one.name(), one.office(), one.post(), present.contains(one.id())))
        .toList();
  }
}
