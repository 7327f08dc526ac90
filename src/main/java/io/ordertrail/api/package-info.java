/** REST for other systems: the wire form of what the business knows, and its refusals as problem details. */
package io.ordertrail.api;
