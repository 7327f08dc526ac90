package io.ordertrail.process.picture.page;

import java.util.Optional;

import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** An element of a diagram together with its place on a page. */
public sealed interface Drawn permits DrawnShape, DrawnEdge {

    BaseElement element();

    /** Where the diagram puts the name, if it says so. */
    Optional<Box> labelBox();

    default String id() {
        return element().getId();
    }

    /** The name as it is written, with its line breaks; empty where there is none. */
    default String name() {
        return Optional.ofNullable(element().getAttributeValue("name"))
                .orElse("")
                .strip();
    }

    default boolean is(Class<?> type) {
        return type.isInstance(element());
    }
}
