package kz.miras.registrar.achievement.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.service.AuditTrail;

/**
 * AUD-4. Every posting leaves the new heads of its students' chains in the audit trail, whose own
 * head is exported out of the database. Whoever cuts results off the end of a history and sets its
 * head row back is thus found by the trail, and whoever changes the trail by its seals.
 */
final class LedgerHeads {

  private static final String ACTION = "ledger.post";
  private static final Pattern LINE = Pattern.compile("achievement-\\d+ \\d+ [0-9a-f]{64}");
  private static final String NOTED =
      "SELECT d.after_values FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id"
          + " WHERE e.action = ?";

  private LedgerHeads() {}

  /** Writes the heads down in the transaction of the posting. */
  static void note(AuditTrail audit, List<Ledger.Posting> postings, Collection<ChainHead> heads) {
    if (postings.isEmpty()) {
      return;
    }
    Long sheet = postings.get(0).source().sheetId();
    String lines =
        heads.stream()
            .map(head -> "\"" + head.line() + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    audit.record(
        ACTION,
        "Achievement",
        sheet == null ? "" : sheet,
        null,
        "{\"results\":" + postings.size() + ",\"heads\":" + lines + "}");
  }

  /** All heads ever written down, by the name of their chain. */
  static Map<String, List<ChainHead>> noted(Connection connection) throws SQLException {
    Map<String, List<ChainHead>> noted = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(NOTED)) {
      select.setString(1, ACTION);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Matcher lines = LINE.matcher(row.getString(1));
          while (lines.find()) {
            ChainHead.ofLine(lines.group())
                .ifPresent(
                    head ->
                        noted.computeIfAbsent(head.chain(), key -> new ArrayList<>()).add(head));
          }
        }
      }
    }
    return noted;
  }
}
