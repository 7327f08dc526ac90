/** Draws diagrams as pictures, and checks them against the rules of drawing. */
@ApplicationModule(
        allowedDependencies = {
            "platform.engine",
            "process.picture.page",
            "process.picture.rule",
            "process.picture.shape",
            "process.picture.svg"
        })
package io.ordertrail.process.picture;

import org.springframework.modulith.ApplicationModule;
