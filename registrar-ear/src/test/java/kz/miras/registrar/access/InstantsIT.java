package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.InstantConverter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ServerExtension.class)
class InstantsIT {

  private static final Instant MOMENT = Instant.parse("2024-03-10T07:30:15.123456Z");

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Almaty", "America/New_York"})
  @DisplayName("an instant comes back as it went, whatever the zone of the server's machine")
  void anInstantComesBackAsItWent(String zone, TestServer server) throws Exception {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    InstantConverter converter = new InstantConverter();
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE moment (at DATETIME(6) NOT NULL)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO moment VALUES (?)")) {
        insert.setObject(1, converter.convertToDatabaseColumn(MOMENT));
        insert.executeUpdate();
      }
      try (ResultSet row =
          statement.executeQuery("SELECT at, CAST(at AS CHAR) AS text FROM moment")) {
        row.next();
        assertThat(converter.convertToEntityAttribute(row.getObject(1, LocalDateTime.class)))
            .isEqualTo(MOMENT);
        assertThat(row.getString(2)).isEqualTo("2024-03-10 07:30:15.123456");
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
