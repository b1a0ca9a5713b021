package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderEffects;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.OrderSound;
import kz.miras.registrar.student.OrderTerms;
import kz.miras.registrar.student.Standing;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentOrderLine;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.StudyForm;
import kz.miras.registrar.student.service.OrderDesk.Entry;
import kz.miras.registrar.student.service.OrderDesk.Terms;

/** Gathers what the rules of orders need to know of one that is entered. */
@ApplicationScoped
class OrderGatherer {

  @Inject private Students students;
  @Inject private Orders orders;
  @Inject private Catalogue catalogue;

  /**
   * An order with all that it names.
   *
   * @param verdict what could not be found
   * @param corrected null where it corrects none
   */
  record Gathered(
      OrderSound.Written written,
      OrderSound.Known known,
      StudentOrder corrected,
      List<Student> students,
      Verdict verdict) {}

  Gathered gather(Entry entry) {
    List<Student> found = students.byNumbers(new LinkedHashSet<>(entry.students()));
    Set<String> unknown = new LinkedHashSet<>(entry.students());
    found.forEach(student -> unknown.remove(student.getStudentNo()));
    Verdict[] verdict = {Verdict.allowed()};
    OrderTerms terms = terms(entry, verdict);
    StudentOrder corrected = corrected(entry, found).orElse(null);
    String missing = entry.isCorrection() && corrected == null ? entry.corrects() : null;
    Map<Long, StudentStatusChange> undone =
        corrected == null || !takesBack(entry.kind(), corrected)
            ? Map.of()
            : orders.changesBy(corrected.getId()).stream()
                .filter(change -> change.getUndoes() == null)
                .collect(Collectors.toMap(c -> c.getStudent().getId(), Function.identity()));
    return new Gathered(
        new OrderSound.Written(
            entry.kind(), entry.signedOn(), entry.effectiveOn(), entry.ground(), terms),
        new OrderSound.Known(
            orders.isEntered(entry.number(), entry.signedOn(), entry.paragraph()),
            corrected != null,
            missing,
            subjects(entry, found, undone),
            unknown),
        corrected,
        found,
        verdict[0].and(taken(entry, corrected, found, undone)).and(joined(terms, found)));
  }

  /** MOV-14. Whether what the corrected order did to each student can be taken back. */
  private Verdict taken(
      Entry entry,
      StudentOrder corrected,
      List<Student> found,
      Map<Long, StudentStatusChange> undone) {
    Verdict verdict = Verdict.allowed();
    if (corrected == null) {
      return verdict;
    }
    Set<Long> named =
        orders.lines(corrected.getId()).stream()
            .map(line -> line.getStudent().getId())
            .collect(Collectors.toSet());
    Map<Long, StudentStatusChange> latest = orders.latestChanges(undone.keySet());
    for (Student student : found) {
      StudentStatusChange change = undone.get(student.getId());
      if (!named.contains(student.getId())) {
        if (entry.kind() == OrderKind.CANCELLATION) {
          verdict =
              verdict.and(
                  Verdict.refused(
                      Refusal.of(
                              "student.order.not-named",
                              "MOV-14",
                              student.getStudentNo(),
                              corrected.getNumber())
                          .at("students")));
        }
      } else if (change != null) {
        verdict = verdict.and(undone(change, latest.get(student.getId())));
      }
    }
    return verdict;
  }

  /** An order of the past moved nobody here, so that another kind of order only refers to it. */
  static boolean takesBack(OrderKind kind, StudentOrder corrected) {
    return kind == OrderKind.CANCELLATION || (kind.moves() && !corrected.isMigrated());
  }

  static Verdict undone(StudentStatusChange change, StudentStatusChange latest) {
    boolean last = latest == null || latest.getId().equals(change.getId());
    return OrderSound.undone(
        change.getStudent().getStudentNo(),
        last ? null : latest.getOrder().getNumber(),
        change.getBefore() != null && change.getBefore().isComplete());
  }

  /** Each student as the order will find them: after what waits, without what it takes back. */
  private List<OrderEffects.Subject> subjects(
      Entry entry, List<Student> found, Map<Long, StudentStatusChange> undone) {
    Map<Long, Standing> standings = new HashMap<>();
    Set<Long> admitted = orders.admitted(found);
    for (Student student : found) {
      StudentStatusChange change = undone.get(student.getId());
      boolean back =
          change != null && change.getBefore() != null && change.getBefore().isComplete();
      standings.put(student.getId(), back ? change.getBefore() : student.standing());
    }
    for (StudentOrderLine line : orders.pending(found, entry.effectiveOn())) {
      StudentOrder order = line.getOrder();
      Student student = line.getStudent();
      Standing now = standings.get(student.getId());
      if (order.getKind() != OrderKind.CANCELLATION
          && OrderEffects.judge(
                  order.getKind(), subject(student, now, admitted.contains(student.getId())))
              .isAllowed()) {
        standings.put(student.getId(), OrderEffects.after(order.getKind(), order.terms(), now));
        admitted.add(student.getId());
      }
    }
    List<OrderEffects.Subject> subjects = new ArrayList<>();
    for (Student student : found) {
      subjects.add(
          subject(student, standings.get(student.getId()), admitted.contains(student.getId())));
    }
    return subjects;
  }

  static OrderEffects.Subject subject(Student student, Standing standing, boolean admitted) {
    return new OrderEffects.Subject(
        student.getStudentNo(),
        standing.getStatus(),
        standing.isOnMobility(),
        admitted,
        standing.getCourseYear(),
        standing.getCurriculum().getProgramme().getYears());
  }

  /** The order it corrects: of that number, rather one that names the same students. */
  private Optional<StudentOrder> corrected(Entry entry, Collection<Student> found) {
    if (!entry.isCorrection()) {
      return Optional.empty();
    }
    Map<StudentOrder, Long> named = new LinkedHashMap<>();
    for (StudentOrder order : orders.named(entry.corrects())) {
      Set<String> numbers =
          orders.lines(order.getId()).stream()
              .map(line -> line.getStudent().getStudentNo())
              .collect(Collectors.toSet());
      named.put(order, found.stream().filter(one -> numbers.contains(one.getStudentNo())).count());
    }
    return named.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** MOV-15. A group follows one curriculum; whoever joins it does, or the order says so. */
  private static Verdict joined(OrderTerms terms, List<Student> found) {
    Verdict verdict = Verdict.allowed();
    if (terms.group() != null) {
      Long followed = terms.group().getCurriculum().getId();
      for (Student student : found) {
        Curriculum own = terms.curriculum() == null ? student.getCurriculum() : terms.curriculum();
        if (!own.getId().equals(followed)) {
          return verdict.and(
              Verdict.refused(
                  Refusal.of(
                          "student.order.group",
                          "MOV-15",
                          terms.group().getCode(),
                          student.getStudentNo())
                      .at(OrderTerms.Term.GROUP.field())));
        }
      }
    }
    return verdict;
  }

  private OrderTerms terms(Entry entry, Verdict[] verdict) {
    Terms terms = entry.terms();
    StudentGroup group = null;
    if (terms.group() != null) {
      group = students.group(terms.group()).orElse(null);
      note(verdict, group, terms.group(), OrderTerms.Term.GROUP);
    }
    Curriculum curriculum = null;
    if (terms.programme() != null || terms.admissionYear() != null) {
      String name = terms.programme() + " " + terms.admissionYear();
      curriculum =
          terms.programme() == null || terms.admissionYear() == null
              ? null
              : catalogue.curriculum(terms.programme(), terms.admissionYear()).orElse(null);
      note(verdict, curriculum, name, OrderTerms.Term.CURRICULUM);
    } else if (group != null && OrderTerms.of(entry.kind()).contains(OrderTerms.Term.CURRICULUM)) {
      // whoever joins a group follows its curriculum
      curriculum = group.getCurriculum();
    }
    return new OrderTerms(
        curriculum,
        group,
        terms.courseYear(),
        terms.form() == null ? null : StudyForm.valueOf(terms.form()),
        terms.language() == null ? null : Language.of(terms.language()),
        terms.funding() == null ? null : Funding.valueOf(terms.funding()),
        terms.until(),
        terms.partner());
  }

  private static void note(Verdict[] verdict, Object found, String name, OrderTerms.Term term) {
    if (found == null) {
      verdict[0] =
          verdict[0].and(
              Verdict.refused(Refusal.of("field.unknown", "DAT-2", name).at(term.field())));
    }
  }
}
