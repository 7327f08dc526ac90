/** What each kind of element looks like in the notation of BPMN. */
package io.ordertrail.process.picture.shape;
