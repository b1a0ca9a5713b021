package kz.miras.registrar.access;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import kz.miras.registrar.local.TestServer;

/** An administrator who is inside and steers the waiting room; closing leaves it as usual. */
public final class Steering implements AutoCloseable {

  /** Page the room is steered on. */
  public static final String PAGE = "/access/waiting-room.xhtml";

  private static final Pattern LENGTH = Pattern.compile("id=\"length\">(\\d+)<");

  private final Visitor administrator;

  public Steering(TestServer server) throws SQLException {
    this(new Visitor(server.url()).signedIn(new People(server).holding("ADM"), People.PASSWORD));
  }

  /** Somebody who has signed in already. */
  public Steering(Visitor administrator) {
    this.administrator = administrator;
  }

  /** Everybody waits, and so many a minute come in. */
  public void everybodyWaits(int perMinute, int turnSeconds) {
    require(steer("ON", String.valueOf(perMinute), "50", "60", String.valueOf(turnSeconds), "2"));
  }

  /** People wait only under pressure, which begins with the first. */
  public void nobodyIsSpare(int perMinute) {
    require(steer("AUTO", String.valueOf(perMinute), "50", "0", "120", "2"));
  }

  private static void require(HttpResponse<String> answer) {
    if (answer.statusCode() != 302) {
      throw new AssertionError("not steered: " + answer.statusCode() + "\n" + answer.body());
    }
  }

  /** Sends the form with these figures. */
  public HttpResponse<String> steer(
      String mode, String cap, String share, String spare, String turn, String back) {
    String page = administrator.get(PAGE).body();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("f", "f");
    form.put("f:mode", mode);
    form.put("f:cap", cap);
    form.put("f:share", share);
    form.put("f:spare", spare);
    form.put("f:turn", turn);
    form.put("f:back", back);
    form.put("f:save", "f:save");
    return administrator.post(PAGE, page.substring(page.indexOf("id=\"f\"")), form);
  }

  /** How many wait, as the page tells. */
  public int waiting() {
    String page = administrator.get(PAGE).body();
    return LENGTH.matcher(page).results().mapToInt(m -> Integer.parseInt(m.group(1))).sum();
  }

  /** Whoever still waits is let go, and then it is a quiet day again. */
  @Override
  public void close() {
    require(steer("OFF", "0", "50", "60", "120", "15"));
    require(steer("AUTO", "0", "50", "60", "120", "15"));
  }
}
