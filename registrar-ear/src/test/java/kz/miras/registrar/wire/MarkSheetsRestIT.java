package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The learning management system reads mark sheets and fills them. */
class MarkSheetsRestIT extends MarksByRest {

  private static final String LIST = "/mark-sheets";
  private static final String ONE = "/mark-sheets/{id}";
  private static final String MARKS = "/mark-sheets/{id}/marks";

  private RestSheet sheet;

  @BeforeEach
  void begin() throws SQLException {
    People people = new People(server);
    call(people.holding("SUBSYSTEM"));
    people.change(
        "INSERT INTO personal_right (id, account_id, permission, scopes, valid_from, basis) SELECT"
            + " NEXT VALUE FOR account_seq, id, 'sheet.exchange-exam', 'ALL', '2020-01-01',"
            + " 'order 1' FROM account WHERE login = ?",
        login);
    sheet = RestSheet.of(server);
  }

  @Override
  String address() {
    return "/mark-sheets/" + sheet.id();
  }

  @Override
  String student(int place) {
    return sheet.student(place);
  }

  @Test
  @DisplayName("sheets of a term come page by page; one is read with its rows and a tag")
  void listedAndRead() {
    List<Object> seen = new ArrayList<>();
    Object next = null;
    do {
      String cursor = next == null ? "" : "&cursor=" + next;
      Map<String, Object> page =
          right(
              200, "get", LIST, caller.get("/mark-sheets?limit=1&term=" + RestSheet.TERM + cursor));
      list(page, "items").forEach(one -> seen.add(one.get("id")));
      next = page.get("next");
    } while (next != null);
    assertThat(seen).doesNotHaveDuplicates().contains(sheet.id());
    assertThat(
            list(
                right(
                    200,
                    "get",
                    LIST,
                    caller.get("/mark-sheets?status=CLOSED&term=" + RestSheet.TERM)),
                "items"))
        .isEmpty();
    right(400, "get", LIST, caller.get("/mark-sheets"));
    right(400, "get", LIST, caller.get("/mark-sheets?kind=ANY&term=" + RestSheet.TERM));
    right(404, "get", LIST, caller.get("/mark-sheets?term=NONE-9"));

    HttpResponse<String> read = caller.get(address());
    Map<String, Object> body = right(200, "get", ONE, read);
    assertThat(body.get("columns")).isEqualTo(List.of("first", "second", "score"));
    assertThat(list(body, "rows"))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row).containsEntry("rating", 60).containsEntry("sign", null));
    right(304, "get", ONE, caller.get(address(), "If-None-Match", tag(read)));
    right(404, "get", ONE, caller.get("/mark-sheets/" + UUID.randomUUID()));
    right(
        403, "get", ONE, RestClient.basic(server.url(), "teacher", "teacher-Demo1").get(address()));
  }

  @Test
  @DisplayName("SHT-21 each mark has a verdict of its own, by the rules of typing")
  void verdicts() throws SQLException {
    sheet.typed(2, 70);
    Map<String, Object> answer =
        right(
            200,
            "put",
            MARKS,
            send(
                key(),
                marks(
                    mark(0, "score", "85"),
                    "{\"studentNo\":\""
                        + sheet.student(1)
                        + "\",\"column\":\"score\",\"value\":64}",
                    mark(2, "score", "90"),
                    mark(3, "score", "AB"),
                    mark(3, "score", "100.5"),
                    mark(0, "first", "70").replace("}", ",\"before\":\"60\"}"),
                    mark(0, "score", "86"),
                    "{\"studentNo\":\"NOBODY\",\"column\":\"score\",\"value\":\"50\"}",
                    mark(1, "total", "5"))));
    assertThat(outcomes(answer))
        .containsExactly(
            "STORED ",
            "STORED ",
            "REFUSED attestation.cell.conflict",
            "REFUSED attestation.batch.mark",
            "REFUSED attestation.batch.twice",
            "REFUSED attestation.cell.rating-late",
            "REFUSED attestation.batch.twice",
            "REFUSED attestation.batch.not-in-sheet",
            "REFUSED attestation.batch.no-column");
    assertThat(answer).containsEntry("stored", 2).containsEntry("refused", 7);
    assertThat(sheet.score(0)).isEqualTo("85");
    assertThat(sheet.score(1)).isEqualTo("64");
    assertThat(sheet.score(2)).as("what the examiner typed stands").isEqualTo("70");
    assertThat(sheet.row(0, "r.scored_by")).isEqualTo(login);
    Map<String, Object> unreadable =
        right(200, "put", MARKS, send(key(), marks(mark(3, "score", "100.5"))));
    assertThat(outcomes(unreadable)).containsExactly("REFUSED attestation.cell.unreadable");
  }

  @Test
  @DisplayName("SHT-1 SHT-21 what stands is overwritten with If-Match or by saying what stands")
  void overwrites() throws SQLException {
    sheet.typed(0, 70);
    HttpResponse<String> read = caller.get(address());
    sheet.typed(1, 71);
    HttpResponse<String> stale = send(key(), marks(mark(0, "score", "90")), "If-Match", tag(read));
    right(412, "put", MARKS, stale);
    assertThat(sheet.score(0)).isEqualTo("70");
    String now = tag(caller.get(address()));
    assertThat(tag(stale)).as("the problem tells what it is now").isEqualTo(now);

    HttpResponse<String> stored =
        send(key(), marks(mark(0, "score", "90"), mark(1, "score", "71")), "If-Match", now);
    assertThat(outcomes(right(200, "put", MARKS, stored))).containsExactly("STORED ", "UNCHANGED ");
    assertThat(tag(stored)).isEqualTo(tag(caller.get(address())));
    assertThat(sheet.row(1, "r.typed_by"))
        .as("what stands stays its typist's")
        .isEqualTo("examiner");
    assertThat(
            outcomes(
                right(
                    200, "put", MARKS, send(key(), marks(mark(1, "score", "0")), "If-Match", "*"))))
        .as("whatever it is, nobody has read it")
        .containsExactly("REFUSED attestation.cell.conflict");
    assertThat(sheet.score(1)).isEqualTo("71");
    String told = mark(1, "score", "72").replace("}", ",\"before\":\"71\"}");
    assertThat(outcomes(right(200, "put", MARKS, send(key(), marks(told)))))
        .containsExactly("STORED ");
  }

  @Test
  @DisplayName("SHT-20 a message sent twice is stored once and answered the same")
  void once() throws SQLException {
    String key = key();
    Map<String, Object> first =
        right(200, "put", MARKS, send(key, marks(mark(0, "score", "85"), mark(1, "score", "AE"))));
    sheet.typed(0, 40);
    assertThat(
            right(
                200,
                "put",
                MARKS,
                send(key, marks(mark(0, "score", "85"), mark(1, "score", "AE")))))
        .isEqualTo(first);
    assertThat(sheet.score(0)).as("not stored again").isEqualTo("40");
    assertThat(list(right(422, "put", MARKS, send(key, marks(mark(0, "score", "86")))), "reasons"))
        .extracting(reason -> reason.get("rule"))
        .containsExactly("SHT-20");
    right(400, "put", MARKS, send(null, marks(mark(0, "score", "85"))));
    right(422, "put", MARKS, send(key(), marks()));
    sheet.status("CREATED");
    assertThat(
            list(right(422, "put", MARKS, send(key(), marks(mark(3, "score", "85")))), "reasons"))
        .extracting(reason -> reason.get("code"))
        .containsExactly("attestation.sheet.no-entry");
    assertThat(
            right(
                200,
                "put",
                MARKS,
                send(key, marks(mark(0, "score", "85"), mark(1, "score", "AE")))))
        .as("answered also when the sheet takes nothing any more")
        .isEqualTo(first);
  }

  @Test
  @DisplayName("SHT-22 a program without the right by order sends ratings, and no exam score")
  void ratingsOnly() throws SQLException {
    call(new People(server).holding("SUBSYSTEM"));
    Map<String, Object> body = right(200, "get", ONE, caller.get(address()));
    assertThat(body.get("columns")).isEqualTo(List.of("first", "second"));
    Map<String, Object> answer =
        right(
            200, "put", MARKS, send(key(), marks(mark(0, "score", "85"), mark(0, "first", "60"))));
    assertThat(outcomes(answer)).containsExactly("REFUSED attestation.batch.exam", "UNCHANGED ");
    assertThat(sheet.score(0)).isNull();
  }
}
