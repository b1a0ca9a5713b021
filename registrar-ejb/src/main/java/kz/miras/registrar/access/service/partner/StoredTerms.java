package kz.miras.registrar.access.service.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.miras.registrar.access.partner.AddressRange;
import kz.miras.registrar.access.partner.DataGroup;
import kz.miras.registrar.access.partner.PartnerProof;
import kz.miras.registrar.access.partner.PartnerTerms;
import kz.miras.registrar.access.partner.SignatureDemand;

/** Terms as their row keeps them: lists are words with spaces between. */
final class StoredTerms {

  static final String COLUMNS =
      "t.operations, t.data_groups, t.addresses, t.purposes, t.per_minute, t.per_day, t.proof,"
          + " t.signature, t.signed_answers, t.endpoint";

  private StoredTerms() {}

  /** The terms of a row that has the columns; null where it has none of them. */
  static PartnerTerms of(ResultSet row) throws SQLException {
    if (row.getString("operations") == null) {
      return null;
    }
    return new PartnerTerms(
        new TreeSet<>(words(row.getString("operations"))),
        words(row.getString("data_groups")).stream()
            .map(DataGroup::valueOf)
            .collect(Collectors.toSet()),
        words(row.getString("addresses")).stream()
            .map(AddressRange::parse)
            .flatMap(Optional::stream)
            .toList(),
        new TreeSet<>(words(row.getString("purposes"))),
        row.getInt("per_minute"),
        row.getInt("per_day"),
        PartnerProof.valueOf(row.getString("proof")),
        SignatureDemand.valueOf(row.getString("signature")),
        row.getBoolean("signed_answers"),
        row.getString("endpoint"));
  }

  static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
  }

  static String text(Collection<?> words) {
    return words.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
  }
}
