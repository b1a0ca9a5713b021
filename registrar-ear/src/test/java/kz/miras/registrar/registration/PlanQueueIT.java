package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import kz.miras.registrar.access.People;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Queues of plans of people who decide about them in more than one office. */
@ExtendWith(ServerExtension.class)
class PlanQueueIT {

  private static final String QUEUE = "/registration/plans.xhtml";

  @Test
  @DisplayName("IUP-1 whoever is adviser and office has a queue for each, one office has one")
  void oneQueueForEachDuty(TestServer server) throws SQLException {
    People people = new People(server);
    String login = "it-both-" + System.nanoTime();
    long account = people.account(login);
    people.grant(account, "ADV", LocalDate.of(2020, 1, 1), null);
    people.grant(account, "SPE", LocalDate.of(2020, 1, 1), null);
    Visitor both = new Visitor(server.url()).signedIn(login, People.PASSWORD);

    assertThat(both.get(QUEUE).body())
        .contains("id=\"duties\"")
        .contains("Планы Ваших студентов")
        .contains("?duty=confirm");
    assertThat(both.get(QUEUE + "?duty=confirm").body())
        .contains("id=\"duties\"")
        .doesNotContain("Планы Ваших студентов");
    assertThat(both.get(QUEUE + "?duty=sign").body())
        .as("no duty of theirs: the first one")
        .contains("Планы Ваших студентов");
    Visitor office = new Visitor(server.url()).signedIn(people.holding("SPE"), People.PASSWORD);
    assertThat(office.get(QUEUE + "?duty=approve").body())
        .doesNotContain("id=\"duties\"")
        .doesNotContain("Планы Ваших студентов");
  }
}
