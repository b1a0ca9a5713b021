package kz.miras.registrar.correspondence.ministry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kz.miras.registrar.shared.Keyed;

/**
 * Types of records of the national platform of higher education (ЕПВО) that this system keeps data
 * of, in the order they are sent: what others refer to comes first, transcripts come before the
 * order that ends a study, and the student after the orders (domain 4.1).
 */
public enum PlatformType implements Keyed {
  FACULTIES("facultyId", "/office/record.xhtml?list=units&code=", false),
  CAFEDRA("cafedraId", "/office/record.xhtml?list=units&code=", false),
  STUDY_FORMS("id", "/office/list.xhtml?list=programmes&q=", false),
  PROFESSION("professionId", "/office/list.xhtml?list=programmes&q=", false),
  SPECIALIZATIONS("id", "/curriculum/programme.xhtml?code=", false),
  /** Plans of a year of admission. */
  TYP_CURRICULUM("curriculumId", "/curriculum/plan.xhtml?plan=", false),
  TUTOR("tutorId", "/office/record.xhtml?list=teachers&personnel_no=", false),
  TUTOR_CAFEDRA("id", "/office/record.xhtml?list=teachers&personnel_no=", false),
  GROUPS("groupId", "/office/record.xhtml?list=groups&code=", false),
  SUBJECT("subjectId", "/curriculum/discipline.xhtml?code=", false),
  /** Disciplines of such plans. */
  TUP_SUBJECT("tupSubjectId", "/curriculum/plan.xhtml?line=", false),
  TERMS("termid", "/office/record.xhtml?list=terms&code=", false),
  STUDYCALENDAR("studyCalendarId", "/office/list.xhtml?list=events&q=", false),
  TRANSCRIPT("id", "/student/card.xhtml?id=", false),
  /** Results of those who have graduated or left. */
  DELETED_TRANSCRIPT("id", "/student/card.xhtml?id=", false),
  /** Marks of state exams and of the final attestation. */
  GENERAL_EXAMS_MARKS("markId", "/student/card.xhtml?id=", false),
  ORDERS("orderId", "/student/order.xhtml?id=", true),
  ORDER_SECTIONS("sectionId", "/student/order.xhtml?id=", true),
  SECTION_PERSON("id", "/student/order.xhtml?id=", true),
  ORDER_STUDENT_INFO("orderStudentInfoId", "/student/order.xhtml?id=", true),
  COURSE_TRANSFER_ORDER("id", "/student/order.xhtml?id=", true),
  ORDERS_ACADEMIC_MOBILITY("id", "/student/order.xhtml?id=", true),
  /** Academic leaves. */
  RETIRES("id", "/student/order.xhtml?id=", true),
  STUDENT("studentId", "/student/card.xhtml?id=", true),
  /** Previous education, entrance exams and languages, most of which only the platform keeps. */
  STUDENT_INFO("studentId", "/student/card.xhtml?id=", false),
  STUDENT_DIPLOMA_INFO("studentId", "/transcript/diploma.xhtml?id=", false),
  GRADUATES("graduateId", "/transcript/diploma.xhtml?id=", false),
  DIPLOMA_DUPLICATES("diplomaDuplicateId", "/transcript/diploma.xhtml?id=", false),
  SESSION_REPORT("reportId", "/office/record.xhtml?list=groups&code=", false);

  private final String key;
  private final String page;
  private final boolean daily;

  PlatformType(String key, String page, boolean daily) {
    this.key = key;
    this.page = page;
    this.daily = daily;
  }

  /** The types the ministry wants every day: students and their orders. */
  public static List<PlatformType> everyDay() {
    return Arrays.stream(values()).filter(type -> type.daily).toList();
  }

  /** Name of the field that is the key on the platform. */
  public String keyField() {
    return key;
  }

  /** What the platform calls the key of a record, where one is deleted. */
  public String compositeKey() {
    String name =
        switch (this) {
          case TERMS -> "TERM_ID";
          case STUDYCALENDAR -> "STUDY_CALENDAR_ID";
          default ->
              key.equals("id")
                  ? "UNIVERSITY_ID"
                  : key.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        };
    return name + "_COMPOSITE_KEY";
  }

  /** Under whose numbers its records are known: both kinds of transcripts have the same ones. */
  public PlatformType numbers() {
    return switch (this) {
      case DELETED_TRANSCRIPT -> TRANSCRIPT;
      case STUDENT_INFO, STUDENT_DIPLOMA_INFO, GRADUATES -> STUDENT;
      case ORDER_STUDENT_INFO, COURSE_TRANSFER_ORDER, ORDERS_ACADEMIC_MOBILITY, RETIRES ->
          SECTION_PERSON;
      case TUTOR_CAFEDRA -> TUTOR;
      default -> this;
    };
  }

  /** Address of the page where a record is mended, to be ended by its key there. */
  public String page() {
    return page;
  }

  /** Whether each record is of one student. */
  public boolean isOfStudent() {
    return switch (this) {
      case TRANSCRIPT,
          DELETED_TRANSCRIPT,
          GENERAL_EXAMS_MARKS,
          SECTION_PERSON,
          ORDER_STUDENT_INFO,
          COURSE_TRANSFER_ORDER,
          ORDERS_ACADEMIC_MOBILITY,
          RETIRES,
          STUDENT,
          STUDENT_INFO,
          STUDENT_DIPLOMA_INFO,
          GRADUATES,
          DIPLOMA_DUPLICATES ->
          true;
      default -> false;
    };
  }

  @Override
  public String key() {
    return "ministry.type." + name();
  }
}
