package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.service.RequestDesk.Typed;
import kz.miras.registrar.registration.service.RequestDesk.TypedGroup;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** What a request that is typed is about: the names in it are found, if the caller may ask. */
@ApplicationScoped
class RequestMatters {

  @Inject private PlanWishes wishes;
  @Inject private OfferingLabels labels;
  @Inject private Offerings offerings;
  @Inject private EnrolmentRows rows;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;

  /** A whole academic group. */
  RequestMatter of(TypedGroup typed) {
    StudentGroup group =
        students
            .group(typed.group())
            .orElseThrow(() -> new RegistrarException.NotFound("group", typed.group()));
    long term = wishes.term(typed.term()).getId();
    Offering offering = typed.offering() == null ? null : offering(typed.offering(), term);
    return RequestMatter.ofGroup(
        group.getId(),
        term,
        typed.offering(),
        key(section(typed.section(), SectionKind.GROUP, offering)),
        key(section(typed.stream(), SectionKind.LECTURE, offering)),
        typed.type());
  }

  private Offering offering(long id, long term) {
    return offerings
        .offering(id)
        .filter(one -> one.getTermId() == term)
        .orElseThrow(() -> new RegistrarException.NotFound("offering", id));
  }

  /** The section of a kind that is wanted of an offering; null for any. */
  private Section section(Long id, SectionKind kind, Offering offering) {
    if (id == null) {
      return null;
    }
    Section section = section(id);
    if (offering == null
        || section.getKind() != kind
        || !section.getOffering().getId().equals(offering.getId())) {
      throw new RegistrarException.NotFound("section", id);
    }
    return section;
  }

  private static Long key(Section section) {
    return section == null ? null : section.getId();
  }

  /** What it is about, if the caller may ask for that. */
  RequestMatter of(Typed typed) {
    RequestKind kind = typed.kind();
    if (kind.askedBy().stream().noneMatch(access::may)) {
      access.require(kind.askedBy().get(0), Target.nobodys(), "RegistrationRequest", kind);
    }
    Student student = student(typed);
    boolean closes = kind == RequestKind.CLOSE_SECTION;
    Section closed = closes && typed.section() != null ? section(typed.section()) : null;
    Offering offering = offering(typed, closed, student);
    Section group = closes ? closed : section(typed.section(), SectionKind.GROUP, offering);
    Section stream = kind.enrols() ? section(typed.stream(), SectionKind.LECTURE, offering) : null;
    return new RequestMatter(
        kind,
        student == null ? null : student.getId(),
        offering == null ? null : offering.getTermId(),
        offering == null ? null : offering.getId(),
        key(group),
        key(stream),
        kind == RequestKind.WITHDRAW ? typed.enrolment() : null,
        kind.enrols() ? typed.type() : null,
        kind == RequestKind.WAIVER ? typed.rule() : null,
        null);
  }

  private Student student(Typed typed) {
    boolean named = typed.student() != null && !typed.student().isBlank();
    return !typed.kind().isPersonal() || !named
        ? null
        : scope.visible(typed.student().strip(), Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK);
  }

  private Section section(long id) {
    return offerings.section(id).orElseThrow(() -> new RegistrarException.NotFound("section", id));
  }

  private Offering offering(Typed typed, Section closed, Student student) {
    if (typed.kind() == RequestKind.CLOSE_SECTION) {
      return closed == null ? null : closed.getOffering();
    }
    if (typed.kind() == RequestKind.WITHDRAW) {
      return typed.enrolment() == null || student == null
          ? null
          : rows.read(typed.enrolment())
              .filter(stored -> stored.student() == student.getId())
              .flatMap(stored -> offerings.offering(stored.offering()))
              .orElseThrow(() -> new RegistrarException.NotFound("enrolment", typed.enrolment()));
    }
    return labels.find(typed.offering()).orElse(null);
  }
}
