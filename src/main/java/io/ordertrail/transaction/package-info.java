/**
 * Repeats work that met others at the same rows. Part of the kernel: it uses Spring's transactions and proxies, and nothing of the engine,
 * the web or security.
 */
package io.ordertrail.transaction;
