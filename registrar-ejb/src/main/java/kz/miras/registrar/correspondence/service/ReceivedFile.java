package kz.miras.registrar.correspondence.service;

import java.io.Serializable;

/**
 * A file that comes with a letter.
 *
 * @param name as its sender calls it
 */
public record ReceivedFile(String name, byte[] content) implements Serializable {

  public ReceivedFile {
    content = content.clone();
  }
}
