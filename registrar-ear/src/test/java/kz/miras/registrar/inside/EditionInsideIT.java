package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.transcript.service.edition.EditionDesk;
import kz.miras.registrar.transcript.service.edition.EditionPreview;
import kz.miras.registrar.transcript.service.edition.EditionSubject;
import kz.miras.registrar.transcript.service.edition.EditionSubject.Sort;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Editions in the container: tried on what is there, decided by another, kept by the database. */
@InsideTest
class EditionInsideIT {

  private static final LocalDate LATER = LocalDate.of(2199, 9, 1);

  private static final Set<String> SIGNED =
      Set.of(
          "transcript",
          "graduate-sheet",
          "diploma-supplement",
          "european-supplement",
          "certificate",
          "extract",
          "study-plan",
          "sheet",
          "rating",
          "group-sheet",
          "appeal-protocol",
          "recognition-protocol",
          "defence-protocol",
          "award-protocol",
          "chair-report");

  @Deployment
  static WebArchive archive() {
    return Inside.archive(EditionInsideIT.class);
  }

  private static EditionDesk desk() {
    return Inside.bean(EditionDesk.class);
  }

  @Test
  @DisplayName(
      "DOC-30 DOC-65 every template can be tried on what is there, by who keeps templates; that of a"
          + " signed document with a sample of the stamp")
  void everyTemplate() throws Exception {
    String senior = Scene.holding("SEN");
    List<String> failed = new ArrayList<>();
    int tried = 0;
    for (EditionDesk.Standing standing : Inside.as(senior, () -> desk().standings(Sort.TEMPLATE))) {
      long id = Inside.as(senior, () -> desk().draft(standing.subject(), 0, "tried"));
      try {
        byte[] pdf =
            Inside.as(
                senior, () -> Inside.bean(EditionPreview.class).document(id, null, Language.KK));
        assertThat(pdf).startsWith('%', 'P', 'D', 'F');
        assertThat(text(pdf).contains("ҮЛГІ: қол қойылмаған"))
            .as(standing.subject().name())
            .isEqualTo(SIGNED.contains(standing.subject().name()));
        tried++;
      } catch (RegistrarException.Refused refused) {
        String code = refused.refusals().get(0).code();
        if (code.startsWith("shared.template.")) {
          failed.add(standing.subject().name() + ": " + code);
        }
      }
      Inside.as(senior, () -> desk().withdraw(id));
    }
    assertThat(failed).isEmpty();
    assertThat(tried).as("most have something to show").isGreaterThan(6);
  }

  @Test
  @DisplayName(
      "DOC-30 SOD-4 nobody approves an own edition, or one that was changed since it was read; an"
          + " approved one is kept as it is")
  void fourEyes() throws Exception {
    String director = Scene.holding("DIR");
    String deputy = Scene.holding("DEP");
    EditionSubject subject = EditionSubject.template("report");
    long id = Inside.as(director, () -> desk().draft(subject, 0, "kept"));
    String text = Inside.as(director, () -> desk().edition(id)).content();
    assertThat(codes(director, () -> desk().change(id, text, "kept", LocalDate.of(2020, 1, 1))))
        .isEmpty();
    assertThat(codes(director, () -> desk().propose(id)))
        .containsExactly("transcript.edition.past");
    assertThat(codes(deputy, () -> desk().change(id, text, "other", LATER)))
        .containsExactly("transcript.edition.foreign");
    assertThat(codes(director, () -> desk().change(id, text, "kept", LATER))).isEmpty();
    assertThat(codes(director, () -> desk().propose(id))).isEmpty();
    int read = Inside.as(deputy, () -> desk().edition(id)).version();
    assertThat(codes(director, () -> desk().approve(id, read, "1")))
        .containsExactly("transcript.edition.own");
    assertThat(codes(deputy, () -> desk().giveBack(id, "a word is missing"))).isEmpty();
    assertThat(codes(director, () -> desk().change(id, text, "kept at last", LATER))).isEmpty();
    assertThat(codes(director, () -> desk().propose(id))).isEmpty();
    assertThatThrownBy(() -> codes(deputy, () -> desk().approve(id, read, "1")))
        .as("what was read is not what is proposed now")
        .isInstanceOf(RegistrarException.Conflict.class);
    int now = Inside.as(deputy, () -> desk().edition(id)).version();
    assertThat(codes(deputy, () -> desk().approve(id, now, "1"))).isEmpty();
    assertThat(Inside.as(deputy, () -> desk().standing(subject)).no())
        .as("in force from its day on, not today")
        .isZero();
    assertThatThrownBy(
            () -> Scene.change("UPDATE document_edition SET content = 'x' WHERE id = " + id))
        .hasMessageContaining("does not change");
    assertThatThrownBy(() -> Scene.change("DELETE FROM document_edition WHERE id = " + id))
        .hasMessageContaining("kept");
  }

  @Test
  @DisplayName("DOC-32 a detail is in force from its day on, and the days before stay as they were")
  void details() throws Exception {
    String senior = Scene.holding("SEN");
    String director = Scene.holding("DIR");
    long id = Inside.as(senior, () -> desk().draft(EditionSubject.UNIVERSITY, 0, "rector"));
    Map<String, String> values = new HashMap<>(Inside.as(senior, () -> desk().values(id)));
    values.put("head.person.kk", "Ә. Б. Қайратова");
    values.put("sign-in.account.free-failures", "99");
    assertThat(codes(senior, () -> desk().change(id, values, "rector", LATER))).isEmpty();
    assertThat(codes(senior, () -> desk().propose(id))).isEmpty();
    int read = Inside.as(director, () -> desk().edition(id)).version();
    assertThat(codes(director, () -> desk().approve(id, read, "order 1"))).isEmpty();
    Settings settings = Inside.bean(Settings.class);
    assertThat(settings.text("head.person.kk", LATER, "")).isEqualTo("Ә. Б. Қайратова");
    assertThat(settings.text("head.person.kk", LATER.minusDays(1), "")).isEmpty();
    for (LocalDate day : List.of(LATER, LATER.minusDays(1))) {
      assertThat(settings.of(day, "head.person", "code").localized("head.person"))
          .as("several at once are those of the day as each alone is")
          .isEqualTo(settings.localized("head.person", day));
    }
    assertThat(settings.text("sign-in.account.free-failures", LATER, ""))
        .as("no other setting is reached")
        .isEqualTo("5");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM university_setting WHERE valid_from = ?", LATER.toString()))
        .as("only what differs is written")
        .isOne();
  }

  private static List<String> codes(String login, Callable<Verdict> act) throws Exception {
    return Inside.as(login, act).refusals().stream().map(Refusal::code).toList();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }
}
