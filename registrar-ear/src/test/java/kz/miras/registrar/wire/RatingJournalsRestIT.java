package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import kz.miras.registrar.access.People;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The learning management system, or the program of a teacher, fills a journal of ratings. */
class RatingJournalsRestIT extends MarksByRest {

  private static final String LIST = "/rating-journals";
  private static final String ONE = "/rating-journals/{id}";
  private static final String MARKS = "/rating-journals/{id}/marks";

  private RestJournal journal;

  @BeforeEach
  void begin() throws SQLException {
    journal = RestJournal.of(server);
    call(new People(server).holding("SUBSYSTEM"));
  }

  @AfterEach
  void end() throws SQLException {
    journal.away();
  }

  @Override
  String address() {
    return "/rating-journals/" + journal.id();
  }

  @Override
  String student(int place) {
    return journal.student(place);
  }

  @Test
  @DisplayName("journals of ratings are listed and read beside the sheets they belong to")
  void listedAndRead() throws SQLException {
    RestSheet sheet = RestSheet.of(server);
    String id = sheet.journal();
    String all = "/rating-journals?status=OPEN&limit=200&term=" + RestSheet.TERM;
    assertThat(list(right(200, "get", LIST, caller.get(all)), "items"))
        .extracting(head -> head.get("id"))
        .contains(id)
        .doesNotContain(sheet.id());
    right(400, "get", LIST, caller.get("/rating-journals?status=ANY&term=" + RestSheet.TERM));
    right(404, "get", LIST, caller.get("/rating-journals?term=NONE-9"));
    HttpResponse<String> read = caller.get("/rating-journals/" + id);
    Map<String, Object> body = right(200, "get", ONE, read);
    assertThat(body.get("journal"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("period", 2)
        .containsEntry("sheet", sheet.id());
    assertThat(list(body, "rows"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("studentNo", sheet.student(0));
              assertThat(row).containsEntry("control", 80).containsEntry("absences", 4);
              assertThat(String.valueOf(row.get("weeks"))).contains("week=9", "points=61.5");
            });
    right(304, "get", ONE, caller.get("/rating-journals/" + id, "If-None-Match", tag(read)));
    right(404, "get", ONE, caller.get("/rating-journals/" + sheet.id()));
    right(404, "get", "/mark-sheets/{id}", caller.get("/mark-sheets/" + id));
    right(
        403,
        "get",
        ONE,
        RestClient.basic(server.url(), "teacher", "teacher-Demo1").get("/rating-journals/" + id));
  }

  @Test
  @DisplayName("SHT-21 each cell of a journal has a verdict of its own, by the rules of the screen")
  void verdicts() throws SQLException {
    HttpResponse<String> read = caller.get(address());
    Map<String, Object> body = right(200, "get", ONE, read);
    assertThat(String.valueOf(body.get("columns")))
        .startsWith("[w12, w13,")
        .endsWith("w21, control, absences, validAbsences]");

    journal.typed(2, 55);
    Map<String, Object> answer =
        right(
            200,
            "put",
            MARKS,
            send(
                key(),
                marks(
                    mark(0, "w12", "61.5"),
                    mark(0, "control", "70"),
                    mark(0, "absences", "6"),
                    mark(0, "validAbsences", "8"),
                    mark(1, "control", "AB"),
                    mark(2, "control", "90"),
                    mark(2, "control", "55"),
                    mark(1, "w3", "50"),
                    mark(1, "rk", "50"),
                    mark(1, "w13", "101"),
                    "{\"studentNo\":\"NOBODY\",\"column\":\"control\",\"value\":50}")));
    assertThat(outcomes(answer))
        .containsExactly(
            "STORED ",
            "STORED ",
            "STORED ",
            "REFUSED attestation.rating.absences",
            "REFUSED attestation.batch.mark",
            "REFUSED attestation.cell.conflict",
            "REFUSED attestation.batch.twice",
            "REFUSED attestation.batch.no-column",
            "REFUSED attestation.batch.no-column",
            "REFUSED attestation.rating.unreadable",
            "REFUSED attestation.batch.not-in-sheet");
    assertThat(answer).containsEntry("stored", 3).containsEntry("refused", 8);
    assertThat(journal.points(0, 12)).isEqualTo("61.5");
    assertThat(journal.row(0, "r.score")).isEqualTo("70");
    assertThat(journal.row(0, "r.scored_by")).isEqualTo(login);
    assertThat(journal.row(0, "r.absences_total")).isEqualTo("6");
    assertThat(journal.row(2, "r.score")).as("what was typed by hand stands").isEqualTo("55");
  }

  @Test
  @DisplayName("SHT-1 SHT-21 what stands is overwritten with If-Match or by saying what stands")
  void overwrites() throws SQLException {
    journal.typed(0, 40);
    String before = tag(caller.get(address()));
    journal.typed(1, 41);
    HttpResponse<String> stale = send(key(), marks(mark(0, "control", "90")), "If-Match", before);
    right(412, "put", MARKS, stale);
    assertThat(journal.row(0, "r.score")).isEqualTo("40");
    String now = tag(caller.get(address()));
    assertThat(tag(stale)).as("the problem tells what it is now").isEqualTo(now);

    HttpResponse<String> stored =
        send(key(), marks(mark(0, "control", "90"), mark(1, "control", "41")), "If-Match", now);
    assertThat(outcomes(right(200, "put", MARKS, stored))).containsExactly("STORED ", "UNCHANGED ");
    assertThat(tag(stored)).isEqualTo(tag(caller.get(address())));
    assertThat(
            outcomes(
                right(
                    200,
                    "put",
                    MARKS,
                    send(key(), marks(mark(1, "control", "0")), "If-Match", "*"))))
        .as("whatever it is, nobody has read it")
        .containsExactly("REFUSED attestation.cell.conflict");
    String told = mark(1, "control", "42").replace("}", ",\"before\":\"41\"}");
    assertThat(outcomes(right(200, "put", MARKS, send(key(), marks(told)))))
        .containsExactly("STORED ");
  }

  @Test
  @DisplayName("SHT-20 a message sent twice is stored once and answered the same")
  void once() throws SQLException {
    String key = key();
    String message = marks(mark(0, "w12", "50"), mark(1, "control", "77"));
    Map<String, Object> first = right(200, "put", MARKS, send(key, message));
    journal.typed(1, 30);
    assertThat(right(200, "put", MARKS, send(key, message))).isEqualTo(first);
    assertThat(journal.row(1, "r.score")).as("not stored again").isEqualTo("30");
    assertThat(list(right(422, "put", MARKS, send(key, marks(mark(0, "w12", "51")))), "reasons"))
        .extracting(reason -> reason.get("rule"))
        .containsExactly("SHT-20");
    right(400, "put", MARKS, send(null, message));
    right(422, "put", MARKS, send(key(), marks()));
    journal.status("CREATED");
    assertThat(list(right(422, "put", MARKS, send(key(), marks(mark(2, "w12", "5")))), "reasons"))
        .extracting(reason -> reason.get("code"))
        .containsExactly("attestation.sheet.no-entry");
    assertThat(right(200, "put", MARKS, send(key, message)))
        .as("answered also when the journal takes nothing any more")
        .isEqualTo(first);
  }

  @Test
  @DisplayName(
      "SHT-21 RAT-2 a teacher whose account may call fills the own journal, AB included, in its days")
  void byItsTeacher() throws SQLException {
    call(journal.teacher(true, true));
    assertThat(
            list(
                right(200, "get", LIST, caller.get("/rating-journals?term=" + RestJournal.TERM)),
                "items"))
        .extracting(head -> head.get("id"))
        .containsExactly(journal.id());
    String message = marks(mark(0, "control", "AB"), mark(1, "w12", "64"), mark(1, "w13", "AB"));
    assertThat(outcomes(right(200, "put", MARKS, send(key(), message))))
        .containsExactly("STORED ", "STORED ", "STORED ");
    assertThat(
            list(right(200, "get", ONE, caller.get("/rating-journals/" + journal.id())), "rows")
                .get(1)
                .toString())
        .as("RAT-10")
        .contains("week=13", "mark=AB");
    assertThat(journal.row(0, "r.mark")).isEqualTo("AB");
    assertThat(list(right(200, "get", ONE, caller.get(address())), "rows"))
        .first()
        .satisfies(
            row -> assertThat(row).containsEntry("absent", true).containsEntry("control", 0));

    journal.begin(LocalDate.now().minusWeeks(40));
    assertThat(outcomes(right(200, "put", MARKS, send(key(), marks(mark(1, "w12", "65"))))))
        .as("its days are over")
        .containsExactly("REFUSED attestation.rating.too-late");

    call(journal.teacher(false, true));
    right(404, "put", MARKS, send(key(), message));
    right(404, "get", ONE, caller.get(address()));
    assertThat(
            list(
                right(200, "get", LIST, caller.get("/rating-journals?term=" + RestJournal.TERM)),
                "items"))
        .isEmpty();
    call(journal.teacher(true, false));
    right(403, "put", MARKS, send(key(), message));
  }
}
