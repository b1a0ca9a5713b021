package kz.miras.registrar.morning;

import java.util.List;
import java.util.Map;

/**
 * A student of the morning.
 *
 * @param login of the student's account
 * @param number of the student
 * @param offerings public ids of what the student wants, by preference
 * @param instead public id of what the student would rather have after all; null for nothing
 * @param groups codes of the groups the student names, by offering; any will do of the others
 * @param waits whether a place in a waiting list will do
 */
record Pupil(
    String login,
    String number,
    List<String> offerings,
    String instead,
    Map<String, String> groups,
    boolean waits) {

  /** The group named of an offering, as a request says it; empty where any will do. */
  String named(String offering) {
    return groups.containsKey(offering) ? ",\"group\":\"" + groups.get(offering) + "\"" : "";
  }
}
