-- The last sealed row of a chain. Locked by the one sealer of a cluster while it works; a copy is
-- exported every hour to a file and the log, because whoever can cut the chain can also change this row
CREATE TABLE audit_head (
  chain    VARCHAR(32) NOT NULL PRIMARY KEY,
  position BIGINT      NOT NULL,
  seal     BINARY(32)  NOT NULL
);
INSERT INTO audit_head (chain, position, seal) VALUES ('audit', 0, REPEAT(CHAR(0), 32));
