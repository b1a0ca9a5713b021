/**
 * A JDBC driver that writes down what a thread sends, so that a benchmark can send the same again;
 * deployed beside the application by {@code mvn -Pbench} only.
 */
package kz.miras.registrar.bench.driver;
