package kz.miras.registrar.morning;

import java.util.List;

/**
 * A student of the morning.
 *
 * @param login of the student's account
 * @param number of the student
 * @param offerings public ids of what the student wants, by preference
 * @param instead public id of what the student would rather have after all; null for nothing
 * @param waits whether a place in a waiting list will do
 */
record Pupil(String login, String number, List<String> offerings, String instead, boolean waits) {}
