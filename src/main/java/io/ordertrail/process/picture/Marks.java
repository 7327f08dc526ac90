package io.ordertrail.process.picture;

import java.util.Set;

import io.ordertrail.process.picture.svg.Tag;

/**
 * The path of an order on a picture.
 *
 * @param passed ids of the elements and flows that it left behind
 * @param present ids of the elements where it is
 */
public record Marks(Set<String> passed, Set<String> present) {

    /** The width and dashes of strokes tell the same as the colours. */
    static final String CSS = """

      .bpmn .passed > .body { fill: #e3f1e8; stroke: #1d6b40; stroke-width: 2.5; }
      .bpmn .passed > .line { stroke: #1d6b40; stroke-width: 3.5; }
      .bpmn .passed > .head { fill: #1d6b40; stroke: #1d6b40; }
      .bpmn .present > .body { fill: #ffedc2; stroke: #a35200; stroke-width: 4.5; }
      .bpmn .node:not(.passed):not(.present), .bpmn .edge:not(.passed) { opacity: 0.55; }
      @media (prefers-color-scheme: dark) {
       .bpmn .passed > .body { fill: #1c3a2a; stroke: #6fd19c; }
       .bpmn .passed > .line { stroke: #6fd19c; }
       .bpmn .passed > .head { fill: #6fd19c; stroke: #6fd19c; }
       .bpmn .present > .body { fill: #4a3510; stroke: #ffc04d; }
      }
      """;

    Tag on(Tag tag) {
        var id = tag.attributes().getOrDefault("data-element", "");
        var marked = passed.contains(id) ? tag.alsoOf("passed") : tag;
        return (present.contains(id) ? marked.alsoOf("present") : marked).each(this::on);
    }
}
