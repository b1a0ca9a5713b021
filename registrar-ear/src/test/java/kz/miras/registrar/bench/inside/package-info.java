/**
 * The part of the benchmark that runs in the server, beside the application as it was built and
 * deployed by {@code mvn -Pbench} only: it calls the services as a signed-in person and sends the
 * same statements by bare JDBC from the same virtual machine.
 */
package kz.miras.registrar.bench.inside;
