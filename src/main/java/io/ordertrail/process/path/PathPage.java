package io.ordertrail.process.path;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.FlowNode;

import io.ordertrail.process.picture.Marks;
import io.ordertrail.process.picture.ProcessPicture;

/**
 * A page of a diagram with the path of an order or a parcel.
 *
 * @param parcel the number of the parcel; empty for the order itself
 * @param visits all stays of the instance in the sequence in which they began, also those on other pages
 */
public record PathPage(String parcel, ProcessPicture picture, List<Visit> visits) {

    /** What tells the pages of an order apart. */
    public String key() {
        return parcel + "/" + picture.subProcess();
    }

    public String name() {
        return picture.name();
    }

    /** The steps and events of the page at which the order or parcel was or is. */
    public List<Visit> steps() {
        return shown().filter(Visit::isStep).toList();
    }

    /** Where the order or parcel is now, if it is on this page. */
    public List<Visit> now() {
        return shown().filter(visit -> visit.lasts() && !visit.contains()).toList();
    }

    /** The picture with the path. When somebody waits on the page, it shows the surroundings of that place. */
    public String near() {
        return picture.near(marks());
    }

    public String whole() {
        return picture.marked(marks());
    }

    boolean isVisited() {
        return shown().findAny().isPresent();
    }

    private Stream<Visit> shown() {
        var elements = picture.nodes().stream().map(FlowNode::getId).collect(Collectors.toSet());
        return visits.stream().filter(visit -> elements.contains(visit.element()));
    }

    private Marks marks() {
        var left = shown().filter(visit -> !visit.lasts()).map(Visit::element);
        var flows = new PassedFlows(visits).among(picture.nodes()).stream();
        return new Marks(Stream.concat(left, flows).collect(Collectors.toSet()), present());
    }

    private Set<String> present() {
        return shown().filter(Visit::lasts).map(Visit::element).collect(Collectors.toSet());
    }
}
