/** Who does something, and when: what the business writes beside each change. It uses nothing but the JDK, and everything may use it. */
package io.ordertrail.actor;
