package kz.miras.registrar.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of a student's session, of FX retakes, schedules and results I, as they are served. */
@ExtendWith(ServerExtension.class)
class SessionPagesIT {

  private static Visitor signedIn(TestServer server, String login) {
    return new Visitor(server.url()).signedIn(login, login + "-Demo1");
  }

  private static String shown(Visitor visitor, String address) {
    HttpResponse<String> page = visitor.get(address);
    assertThat(page.statusCode()).as(address).isEqualTo(200);
    assertThat(page.body()).as(address).doesNotContain("???");
    return page.body();
  }

  /** The first address a list leads to. */
  private static String first(String list, String page) {
    Matcher found = Pattern.compile("href=\"(" + page + "\\?id=[0-9a-f-]+)\"").matcher(list);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  @Test
  @DisplayName("a student sees the own session and may ask for an individual schedule")
  void student(TestServer server) {
    Visitor student = signedIn(server, "student");
    assertThat(shown(student, "/achievement/my-session.xhtml"))
        .contains("/attestation/individual-entry.xhtml");
    shown(student, "/attestation/individual-entry.xhtml");
    assertThat(student.get("/achievement/fx.xhtml").statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("the office sees FX retakes, individual schedules and results I")
  void office(TestServer server) {
    Visitor senior = signedIn(server, "senior");
    for (String page : List.of("/achievement/fx.xhtml", "/achievement/incompletes.xhtml")) {
      shown(senior, page);
    }
    shown(
        senior,
        first(shown(senior, "/office/list.xhtml?list=fx-rights"), "/achievement/fx-right.xhtml"));
    shown(
        senior,
        first(
            shown(senior, "/office/list.xhtml?list=individual-schedules"),
            "/attestation/individual.xhtml"));
  }
}
