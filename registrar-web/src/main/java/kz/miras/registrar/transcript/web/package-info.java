/** Documents and their public verification. */
package kz.miras.registrar.transcript.web;
