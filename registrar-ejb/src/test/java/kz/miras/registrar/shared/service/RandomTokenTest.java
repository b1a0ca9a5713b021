package kz.miras.registrar.shared.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomTokenTest {

  @Test
  void isAnotherEachTimeAndMayStandInAnAddress() {
    var words = Stream.generate(() -> RandomToken.of(18)).limit(200).collect(Collectors.toSet());
    assertEquals(200, words.size());
    assertTrue(words.stream().allMatch(word -> word.matches("[A-Za-z0-9_-]{24}")));
  }

  @Test
  void isFoundByItsChecksum() {
    assertArrayEquals(
        HexFormat.of().parseHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        RandomToken.hash("abc"));
  }
}
