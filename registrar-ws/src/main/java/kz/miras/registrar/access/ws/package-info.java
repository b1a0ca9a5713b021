/** Bearer tokens for programs. */
package kz.miras.registrar.access.ws;
