/** Services every capability stands on: the schema at start-up, time, messages, documents. */
package kz.miras.registrar.shared.service;
