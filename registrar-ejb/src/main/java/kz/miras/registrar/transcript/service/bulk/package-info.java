/** Documents of one kind for many students, prepared and signed in one act each. */
package kz.miras.registrar.transcript.service.bulk;
