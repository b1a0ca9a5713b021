/**
 * Tests that run inside the server, beside the deployed application: they call its services as
 * signed-in people, through the container's security and transactions.
 */
package kz.miras.registrar.inside;
