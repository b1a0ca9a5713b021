package kz.miras.registrar.attestation.service.appeal;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.CommissionRights;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.appeal.AppealCommission;
import kz.miras.registrar.attestation.appeal.CommissionMember;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * APL-2. The office registers the order that names a commission; its members receive their rights
 * over its matters with it, and lose them with its last day.
 */
@Stateless
@Guarded
public class CommissionDesk {

  private static final String TEACHERS =
      "SELECT id, CONCAT_WS(' ', last_name, first_name, patronymic), personnel_no FROM teacher WHERE"
          + " active ORDER BY last_name, first_name, id";
  private static final String OFFICE =
      "SELECT a.id, a.display_name, a.login FROM account a WHERE a.kind = 'PERSON' AND (a.valid_to IS"
          + " NULL OR a.valid_to >= university_today()) AND EXISTS (SELECT 1 FROM role_grant g WHERE"
          + " g.account_id = a.id AND g.role IN ('SEN', 'SPE', 'JUN') AND g.valid_from <="
          + " university_today() AND (g.valid_to IS NULL OR g.valid_to >= university_today())) ORDER"
          + " BY a.display_name, a.id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Appeals appeals;
  @Inject private AppealFacts facts;
  @Inject private CommissionRights rights;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * Somebody who may be named.
   *
   * @param mark tells people of one name apart
   */
  public record Choice(long id, String name, String mark) implements Serializable {}

  /** Somebody in a commission, as its page shows it. */
  public record Member(String office, String name, String post, boolean signsIn)
      implements Serializable {}

  /** A commission as its page shows it. */
  public record Card(
      String id,
      String orderNo,
      LocalDate orderDate,
      String term,
      LocalDate from,
      LocalDate to,
      String registeredBy,
      Instant registeredAt,
      List<Member> members,
      boolean mayEdit,
      boolean inForce)
      implements Serializable {

    public Card {
      members = List.copyOf(members);
    }
  }

  /**
   * Registers an order.
   *
   * @return public id of the commission; null where the order was refused
   */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public Registered register(AppealCommission.Draft order) {
    Verdict verdict = order.judge(fewest(), time.today());
    if (!order.orderNo().isEmpty() && order.orderDate() != null && appeals.hasOrder(order)) {
      verdict =
          verdict.and(
              Verdict.refused(
                  Refusal.of("attestation.commission.order-known", "APL-2", order.orderNo())
                      .at("order_no")));
    }
    if (!verdict.isAllowed()) {
      return new Registered(null, verdict);
    }
    AppealCommission commission = new AppealCommission(order, access.current().login(), time.now());
    appeals.add(commission);
    for (AppealCommission.Seat seat : order.seats()) {
      if (!seat.isEmpty()) {
        appeals.add(new CommissionMember(commission.getId(), seat));
      }
    }
    giveRights(commission);
    return new Registered(commission.getUuid().toString(), verdict);
  }

  /** A commission hears students of all levels: the most any of their rules asks for. */
  private int fewest() {
    return Arrays.stream(Level.values())
        .mapToInt(
            level -> rules.inForce(level, time.today()).integer(RuleParameter.APPEAL_MIN_VOTERS))
        .max()
        .orElseThrow();
  }

  /**
   * What became of an order.
   *
   * @param id public id of the commission; null where it was refused
   */
  public record Registered(String id, Verdict verdict) implements Serializable {}

  /**
   * Gives members their rights whose account was opened after the order was registered.
   *
   * @return how many accounts received them
   */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public int renewRights(String id) {
    AppealCommission commission = appeals.requireCommission(id);
    refuse(commission.judgeOn(time.today()));
    return giveRights(commission);
  }

  private int giveRights(AppealCommission commission) {
    List<CommissionMember> members = appeals.members(commission.getId());
    return rights.give(
        commission.getId(),
        Role.APC,
        keys(members.stream().map(CommissionMember::getTeacherId)),
        keys(members.stream().map(CommissionMember::getAccountId)),
        commission.getValidFrom(),
        commission.getValidTo(),
        "№ " + commission.getOrderNo() + ", " + commission.getOrderDate());
  }

  private static List<Long> keys(Stream<Long> keys) {
    return keys.filter(Objects::nonNull).toList();
  }

  /** Ends a commission earlier than its order says; the rights of its members end with it. */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public void end(String id, LocalDate lastDay) {
    AppealCommission commission = appeals.lock(appeals.requireCommission(id));
    refuse(commission.judgeEnd(lastDay));
    commission.endOn(lastDay);
    rights.end(commission.getId(), lastDay);
  }

  /** A commission with its members. */
  @RolesAllowed(Permissions.COMMISSION_READ)
  public Card card(String id) {
    AppealCommission commission = appeals.requireCommission(id);
    return new Card(
        commission.getUuid().toString(),
        commission.getOrderNo(),
        commission.getOrderDate(),
        calendars.term(commission.getTermId()).orElseThrow().getCode(),
        commission.getValidFrom(),
        commission.getValidTo(),
        commission.getRegisteredBy(),
        commission.getRegisteredAt(),
        facts.people(commission.getId()).stream()
            .map(one -> new Member(one.office(), one.name(), one.post(), one.signsIn()))
            .toList(),
        access.may(Permissions.COMMISSION_DRAFT),
        commission.judgeOn(time.today()).isAllowed());
  }

  /** Teachers who may be named. */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public List<Choice> teachers() {
    return choices(TEACHERS);
  }

  /** People of the office who may be named secretary. */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public List<Choice> office() {
    return choices(OFFICE);
  }

  private List<Choice> choices(String sql) {
    List<Choice> choices = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        choices.add(new Choice(row.getLong(1), row.getString(2), row.getString(3)));
      }
      return choices;
    } catch (SQLException e) {
      throw new IllegalStateException("people cannot be read", e);
    }
  }
}
