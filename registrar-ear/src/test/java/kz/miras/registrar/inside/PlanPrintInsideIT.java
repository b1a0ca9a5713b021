package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.registration.service.PlanFile;
import kz.miras.registrar.registration.service.PlanSelection;
import kz.miras.registrar.registration.service.PlanSelection.Asked;
import kz.miras.registrar.registration.service.PlanSelection.Found;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many study plans in one file: whose, in which languages, and for whom it is not. */
@InsideTest
class PlanPrintInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PlanPrintInsideIT.class);
  }

  private static PlanSelection selection() {
    return Inside.bean(PlanSelection.class);
  }

  /** An academic year, and nothing written to it. */
  private static final Pattern YEARS = Pattern.compile("\\b20\\d\\d/20\\d\\d\\b");

  private static PlanFile file() {
    return Inside.bean(PlanFile.class);
  }

  @Test
  @DisplayName(
      "IUP-1 the plans of a group are printed in one act, each student from a new page, in one"
          + " language or in three")
  void aGroupInOneFile() throws Exception {
    String office = Scene.holding("SEN");
    Found one =
        Inside.as(
                office,
                () -> selection().find(new Asked(null, null, null, null, PlanStatus.REGISTERED)))
            .stream()
            .filter(found -> found.group() != null)
            .findFirst()
            .orElseThrow();
    Asked group = new Asked(null, one.programme(), one.courseYear(), one.group(), null);
    List<Found> found = Inside.as(office, () -> selection().find(group));
    List<Found> registered =
        Inside.as(
            office,
            () ->
                selection().find(new Asked(null, null, null, one.group(), PlanStatus.REGISTERED)));

    assertThat(found).isNotEmpty().allMatch(plan -> one.group().equals(plan.group()));
    assertThat(registered)
        .hasSizeLessThanOrEqualTo(found.size())
        .allMatch(plan -> plan.status() == PlanStatus.REGISTERED);
    List<Found> printed = found.subList(0, Math.min(3, found.size()));
    List<UUID> ids = printed.stream().map(Found::id).toList();

    byte[] russian = Inside.as(office, () -> file().print(ids, List.of(Language.RU)));
    byte[] all = Inside.as(office, () -> file().print(ids, List.of(Language.values())));

    try (PDDocument pdf = Loader.loadPDF(russian);
        PDDocument three = Loader.loadPDF(all)) {
      assertThat(pdf.getNumberOfPages()).isGreaterThanOrEqualTo(printed.size());
      assertThat(three.getNumberOfPages()).isGreaterThanOrEqualTo(3 * printed.size());
      PDFTextStripper stripper = new PDFTextStripper();
      for (Found plan : printed) {
        int pages = 0;
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
          stripper.setStartPage(page);
          stripper.setEndPage(page);
          String text = stripper.getText(pdf);
          boolean own = text.contains(plan.studentNo());
          pages += own ? 1 : 0;
          assertThat(
                  printed.stream().map(Found::studentNo).distinct().filter(text::contains).toList())
              .as("each page names its one student, for papers come apart")
              .hasSize(1);
          assertThat(text).containsPattern(YEARS);
        }
        assertThat(pages).as("a page that begins with " + plan.student()).isPositive();
      }
    }
  }

  @Test
  @DisplayName("IUP-1 nobody prints plans of students they do not answer for")
  void notForOthers() throws Exception {
    String office = Scene.holding("SEN");
    Asked everything = new Asked(null, null, null, null, null);
    Found one = Inside.as(office, () -> selection().find(everything)).get(0);
    String student =
        Scene.account(
            "STU",
            Scene.number(
                "SELECT MIN(s.id) FROM student s WHERE s.student_no <> ? AND NOT EXISTS (SELECT 1"
                    + " FROM account a WHERE a.student_id = s.id)",
                one.studentNo()),
            null);

    assertThatThrownBy(() -> Inside.as(student, () -> selection().find(everything)))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThatThrownBy(
            () -> Inside.as(student, () -> file().print(List.of(one.id()), List.of(Language.RU))))
        .isInstanceOf(RegistrarException.NotFound.class);
    String adviser = Scene.account("ADV", null, adviserOfNobody());
    assertThat(Inside.as(adviser, () -> selection().find(everything)))
        .as("an adviser finds the own advisees only")
        .isEmpty();
    assertThatThrownBy(
            () -> Inside.as(adviser, () -> file().print(List.of(one.id()), List.of(Language.RU))))
        .isInstanceOf(RegistrarException.NotFound.class);
  }

  private static Long adviserOfNobody() throws Exception {
    return Scene.number(
        "SELECT MAX(t.id) FROM teacher t WHERE NOT EXISTS (SELECT 1 FROM student s WHERE"
            + " s.adviser_id = t.id) AND NOT EXISTS (SELECT 1 FROM adviser_deputy v WHERE"
            + " v.deputy_id = t.id)");
  }

  private static long reads() throws Exception {
    return Scene.number(
        "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME ="
            + " 'COM_SELECT'");
  }

  @Test
  @DisplayName("a plan more in the file costs the few statements of that plan")
  void fewStatements() throws Exception {
    String office = Scene.holding("SEN");
    Asked everything = new Asked(null, null, null, null, null);
    List<UUID> ids =
        Inside.as(office, () -> selection().find(everything)).stream()
            .map(Found::id)
            .limit(20)
            .toList();
    assertThat(ids).hasSize(20);

    long before = reads();
    Inside.as(office, () -> file().print(ids, List.of(Language.RU)));

    // other parts of the server read a little meanwhile
    assertThat(reads() - before).isLessThan(20 * ids.size());
  }
}
