package kz.miras.registrar.attestation.service.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.appeal.Appeal;
import kz.miras.registrar.attestation.appeal.AppealProtocol;
import kz.miras.registrar.attestation.appeal.CommissionOffice;

/** Appeals as the matters documents of record are about. */
@ApplicationScoped
public class AppealMatters {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private AppealCases cases;
  @Inject private Appeals appeals;
  @Inject private AppealFacts facts;
  @Inject private Access access;

  /**
   * An appeal.
   *
   * @param number of the appeal
   * @param protocol designation of the latest protocol; null for none
   * @param protocols how many there are
   * @param settled a commission has decided, and need not hear it again
   * @param readable whether the caller may read its protocol
   * @param chair who presided
   * @param secretary who kept the protocol
   */
  public record Matter(
      String number,
      String protocol,
      int protocols,
      boolean settled,
      boolean readable,
      Target target,
      Person chair,
      List<Person> secretary) {

    public Matter {
      secretary = List.copyOf(secretary);
    }
  }

  /**
   * Somebody of a commission.
   *
   * @param teacher key of the teacher; null for somebody named by account
   * @param login of the account; null for a teacher
   */
  public record Person(Long teacher, String login) {}

  /** The matter of a public id. */
  public Optional<Matter> of(UUID id) {
    return entities
        .createQuery("SELECT a FROM Appeal a WHERE a.uuid = :uuid", Appeal.class)
        .setParameter("uuid", id)
        .getResultStream()
        .findFirst()
        .map(appeal -> matter(cases.of(appeal)));
  }

  private Matter matter(AppealCase about) {
    Appeal appeal = about.appeal();
    AppealProtocol protocol = about.protocol();
    List<AppealFacts.Person> people =
        protocol == null ? List.of() : facts.people(protocol.getCommissionId());
    return new Matter(
        appeal.getNumber(),
        protocol == null
            ? null
            : protocol.designation(appeals.commission(protocol.getCommissionId())),
        protocol == null ? 0 : protocols(appeal),
        appeal.getStatus().isSettled(appeal.getOutcome(), about.isMoved()),
        access.may(Permissions.APPEAL_READ, about.target())
            && !appeal.isOf(access.current().studentId()),
        about.target(),
        people.stream()
            .filter(one -> one.id() == protocol.getPresidingId())
            .map(AppealMatters::person)
            .findFirst()
            .orElse(null),
        people.stream()
            .filter(one -> CommissionOffice.SECRETARY.name().equals(one.office()))
            .map(AppealMatters::person)
            .toList());
  }

  private int protocols(Appeal appeal) {
    return entities
        .createQuery("SELECT COUNT(p) FROM AppealProtocol p WHERE p.appealId = :appeal", Long.class)
        .setParameter("appeal", appeal.getId())
        .getSingleResult()
        .intValue();
  }

  private static Person person(AppealFacts.Person one) {
    return new Person(one.teacher(), one.login());
  }

  /** Keys of the teachers among these people. */
  public static Set<Long> teachers(List<Person> people) {
    return people.stream()
        .map(Person::teacher)
        .filter(one -> one != null)
        .collect(Collectors.toSet());
  }

  /** Accounts of those who are named by account. */
  public static Set<String> logins(List<Person> people) {
    return people.stream()
        .map(Person::login)
        .filter(one -> one != null)
        .collect(Collectors.toSet());
  }
}
