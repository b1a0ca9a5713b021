package kz.miras.registrar.student.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.SearchText;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.OrderEffects;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.service.OrderDesk.Entry;

/** What somebody who enters an order looks at and chooses from before it is stored. */
@Stateless
@Guarded
public class OrderPreview {

  private static final int MOST = 12;

  @Inject private OrderGatherer gatherer;
  @Inject private Students students;
  @Inject private Orders orders;
  @Inject private Catalogue catalogue;

  /**
   * A student the order would name.
   *
   * @param verdict what the rules say of this one
   */
  public record Named(
      String number, String name, String group, StudentStatus status, Verdict verdict)
      implements Serializable {}

  /** Those found, in the order of their names, each with what the rules say. */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public List<Named> students(Entry entry) {
    OrderGatherer.Gathered gathered = gatherer.gather(entry);
    Map<String, Student> byNumber =
        gathered.students().stream()
            .collect(Collectors.toMap(Student::getStudentNo, Function.identity()));
    List<Named> named = new ArrayList<>();
    for (OrderEffects.Subject subject : gathered.known().students()) {
      Student student = byNumber.get(subject.number());
      named.add(
          new Named(
              subject.number(),
              student.fullName(),
              student.getGroup() == null ? null : student.getGroup().getCode(),
              student.getStatus(),
              OrderEffects.judge(entry.kind(), subject)));
    }
    named.sort(Comparator.comparing(Named::name));
    return named;
  }

  /** Numbers of all who study in a group. */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public List<String> ofGroup(String code) {
    return students
        .group(code)
        .map(group -> students.ofGroup(group.getId()))
        .orElse(List.of())
        .stream()
        .map(Student::getStudentNo)
        .sorted()
        .toList();
  }

  /** Codes of groups that hold the text. */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public List<String> groups(String text) {
    return matching(students.groups().stream().map(StudentGroup::getCode).toList(), text);
  }

  /** Curricula as "code year" that hold the text, the newest first. */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public List<String> curricula(String text) {
    return matching(
        catalogue.curricula().stream()
            .sorted(Comparator.comparing(c -> -c.getAdmissionYear()))
            .map(c -> c.getProgramme().getCode() + " " + c.getAdmissionYear())
            .toList(),
        text);
  }

  /** Orders as "number date" whose number begins with the text, the newest first. */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public List<String> orders(String text) {
    return new ArrayList<>(orders.beginning(text, MOST));
  }

  private static List<String> matching(List<String> all, String text) {
    String wanted = SearchText.fold(text);
    return all.stream().filter(one -> SearchText.fold(one).contains(wanted)).limit(MOST).toList();
  }
}
