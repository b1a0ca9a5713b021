package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.service.FileCaseQueries;
import kz.miras.registrar.correspondence.service.LetterDesk;
import kz.miras.registrar.correspondence.service.LetterReceipt;
import kz.miras.registrar.correspondence.service.LetterSearch;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.correspondence.service.ReceivedFile;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Letters that come, by hand and by program, many at once, in the container. */
@InsideTest
class LetterIntakeInsideIT {

  private static final int HANDS = 16;
  private static final int EACH = 4;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(LetterIntakeInsideIT.class, LetterScene.class);
  }

  private static <T> List<T> together(List<Callable<T>> acts) throws Exception {
    ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    try {
      List<Future<T>> begun = acts.stream().map(hands::submit).toList();
      List<T> done = new ArrayList<>();
      for (Future<T> one : begun) {
        done.add(one.get());
      }
      return done;
    } finally {
      hands.shutdownNow();
    }
  }

  @Test
  @DisplayName(
      "LTR-2 sixteen who register at once get numbers without gaps; what is refused takes none, and"
          + " a wrong registration keeps its own")
  void gapless() throws Exception {
    String clerk = Scene.holding("JUN");
    String fileCase = LetterScene.fileCase(201);
    List<Callable<String>> acts = new ArrayList<>();
    for (int i = 0; i < HANDS * EACH; i++) {
      String subject = i % 5 == 3 ? "" : "letter " + i;
      acts.add(
          () -> {
            try {
              return LetterScene.registered(
                      clerk, fileCase, LetterScene.facts(subject, LetterKind.LETTER))
                  .index();
            } catch (RegistrarException.Refused refused) {
              return "refused";
            }
          });
    }
    List<String> numbers = together(acts);
    assertThat(numbers).contains("refused");
    numbers.removeIf("refused"::equals);
    String index =
        Scene.text("SELECT case_index FROM file_case WHERE CAST(uuid AS CHAR) = ?", fileCase);
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, numbers.size()).mapToObj(no -> index + "/" + no).toList());

    String wrong = uuid(index + "/3");
    LetterDesk desk = Inside.bean(LetterDesk.class);
    assertThat(Inside.refused(clerk, () -> desk.markWrong(wrong, " ")))
        .containsExactly("correspondence.void-reason");
    Inside.act(clerk, () -> desk.markWrong(wrong, "registered twice"));
    assertThat(LetterScene.seen(clerk, wrong).voidReason()).isEqualTo("registered twice");
    assertThat(
            LetterScene.registered(clerk, fileCase, LetterScene.facts("next", LetterKind.LETTER))
                .index())
        .isEqualTo(index + "/" + (numbers.size() + 1));
    for (String change :
        List.of("letter_index = 'x'", "seq_no = 999", "subject = 'other'", "body = 'other'")) {
      assertThatThrownBy(
              () ->
                  Scene.change(
                      "UPDATE letter SET " + change + " WHERE CAST(uuid AS CHAR) = ?", wrong))
          .hasMessageContaining("letter");
    }
    assertThatThrownBy(() -> Scene.change("DELETE FROM letter WHERE CAST(uuid AS CHAR) = ?", wrong))
        .hasMessageContaining("kept");
  }

  private static String uuid(String index) throws SQLException {
    return Scene.text("SELECT CAST(uuid AS CHAR) FROM letter WHERE letter_index = ?", index);
  }

  @Test
  @DisplayName(
      "LTR-3 a message a program sends again, even sixteen times at once, is one letter with one"
          + " number; its sender alone learns how far it is")
  void sameMessage() throws Exception {
    String program = Scene.holding("EXT");
    String other = Scene.holding("EXT");
    String message = "m-" + UUID.randomUUID();
    LetterDesk desk = Inside.bean(LetterDesk.class);
    List<Callable<LetterReceipt>> acts = new ArrayList<>();
    for (int i = 0; i < HANDS; i++) {
      acts.add(
          () ->
              Inside.as(
                  program, () -> desk.receive(LetterScene.message(message, "Confirm a diploma"))));
    }
    List<LetterReceipt> receipts = together(acts);
    Set<String> ids = new HashSet<>();
    receipts.forEach(one -> ids.add(one.id() + " " + one.index()));
    assertThat(ids).hasSize(1);
    assertThat(receipts).filteredOn(one -> !one.repeated()).hasSize(1);
    assertThat(Scene.number("SELECT COUNT(*) FROM letter WHERE message_id = ?", message))
        .isEqualTo(1);
    assertThat(Inside.as(program, () -> desk.status(LetterChannel.SOAP, message)).index())
        .isEqualTo(receipts.get(0).index());
    assertThatThrownBy(() -> Inside.as(other, () -> desk.status(LetterChannel.SOAP, message)))
        .isInstanceOf(RegistrarException.NotFound.class);
    LetterReceipt others =
        Inside.as(other, () -> desk.receive(LetterScene.message(message, "Another one")));
    assertThat(others.repeated()).as("another sender's message is another letter").isFalse();
    assertThat(
            Inside.refused(program, () -> desk.receive(LetterScene.message(" ", "Without an id"))))
        .containsExactly("correspondence.message-id");
    LetterView view = LetterScene.seen(Scene.holding("SPE"), receipts.get(0).id());
    assertThat(view.sender()).as("who called, whatever the message says").isEqualTo(program);
    assertThat(view.files()).hasSize(1);
  }

  @Test
  @DisplayName("LTR-4 files are told by their content, given out as they came and never changed")
  void files() throws Exception {
    String clerk = Scene.holding("SPE");
    String fileCase = LetterScene.fileCase(202);
    LetterReceipt receipt =
        LetterScene.registered(clerk, fileCase, LetterScene.facts("files", LetterKind.LETTER));
    LetterDesk desk = Inside.bean(LetterDesk.class);
    ReceivedFile program =
        new ReceivedFile("bill.pdf", "MZ".repeat(20).getBytes(StandardCharsets.US_ASCII));
    assertThat(Inside.refused(clerk, () -> desk.attach(receipt.id(), List.of(program))))
        .containsExactly("correspondence.file.type");
    Inside.act(
        clerk,
        () -> desk.attach(receipt.id(), List.of(LetterScene.pdf("..\\..\\etc/pass*wd.pdf"))));
    LetterView view = LetterScene.seen(clerk, receipt.id());
    assertThat(view.files())
        .extracting(LetterView.File::name)
        .containsExactly("scan.pdf", ".._.._etc_pass_wd.pdf");
    assertThat(view.files().get(0).sha256()).hasSize(64).isEqualTo(view.files().get(1).sha256());
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE letter_file SET name = 'x' WHERE CAST(uuid AS CHAR) = ?",
                    view.files().get(0).id()))
        .hasMessageContaining("append-only");
  }

  @Test
  @DisplayName("LTR-1 a case closes when no letter waits, takes no more, and is carried over once")
  void cases() throws Exception {
    String senior = Scene.holding("SEN");
    String clerk = Scene.holding("JUN");
    String fileCase = LetterScene.fileCase(203);
    LetterDesk desk = Inside.bean(LetterDesk.class);
    LetterReceipt receipt =
        LetterScene.registered(clerk, fileCase, LetterScene.facts("waits", LetterKind.LETTER));
    assertThat(Inside.refused(senior, () -> desk.closeCase(fileCase)))
        .containsExactly("correspondence.case.waiting");
    Inside.act(clerk, () -> desk.markWrong(receipt.id(), "of another office"));
    Inside.act(senior, () -> desk.closeCase(fileCase));
    assertThat(
            Inside.refused(
                clerk,
                () ->
                    LetterScene.registered(
                        clerk, fileCase, LetterScene.facts("late", LetterKind.LETTER))))
        .containsExactly("correspondence.case.closed");
    Scene.change(
        "INSERT INTO file_case (id, uuid, year, case_index, name_kk, name_ru, name_en, retention_kk,"
            + " retention_ru, retention_en, intake, opened_on, opened_by) VALUES (?, UUID(), 2223, '7-7', 'іс', 'дело', 'case',"
            + " '5', '5', '5', TRUE, '2223-01-09', 'test')",
        Scene.next("letter_seq"));
    assertThat(Inside.as(senior, () -> desk.carryOver(2223))).isEqualTo(1);
    assertThat(Inside.as(senior, () -> desk.carryOver(2223))).isZero();
    FileCaseQueries queries = Inside.bean(FileCaseQueries.class);
    assertThat(Inside.as(senior, () -> queries.of(2224)))
        .singleElement()
        .satisfies(line -> assertThat(line.index()).isEqualTo("7-7"));
    String intake = Inside.as(senior, () -> queries.of(2223)).get(0).id();
    Inside.act(senior, () -> desk.closeCase(intake));
    assertThat(Inside.as(senior, () -> queries.of(2223)))
        .as("electronic letters find another case")
        .noneMatch(FileCaseQueries.Line::intake);
  }

  @Test
  @DisplayName("letters are found by words of any register, whichever way Kazakh letters are typed")
  void found() throws Exception {
    String clerk = Scene.holding("SPE");
    String word = "қолтаңба" + System.nanoTime() % 1_000_000;
    LetterReceipt receipt =
        LetterScene.registered(
            clerk, LetterScene.fileCase(204), LetterScene.facts(word, LetterKind.LETTER));
    LetterSearch search = Inside.bean(LetterSearch.class);
    String typed = word.replace('қ', 'к').replace('ң', 'н').toUpperCase();
    for (String words :
        List.of(word, typed, typed.substring(0, 6) + " the plant of", receipt.index())) {
      assertThat(
              Inside.as(
                  clerk, () -> search.find(new LetterSearch.Wanted(words, null, null, null, null))))
          .as(words)
          .extracting(LetterSearch.Found::id)
          .contains(receipt.id());
    }
    assertThat(
            Inside.as(
                clerk,
                () -> search.find(new LetterSearch.Wanted(word + "x", null, null, null, null))))
        .isEmpty();
  }
}
