package io.ordertrail.process.picture;

/** The colours and strokes of a picture. They lie in the picture, so that it needs no page around it, and a page may overrule them. */
final class PictureStyle {

    static final String CSS = """

      .bpmn { font-family: Arial, "Liberation Sans", Helvetica, "Noto Sans TC", "Noto Sans SC", sans-serif; }
      .bpmn text { fill: #1f2428; stroke: none; }
      .bpmn .name { font-size: 12px; }
      .bpmn .label { font-size: 11px; }
      .bpmn .paper { fill: #fff; }
      .bpmn .body, .bpmn .icon > *, .bpmn .head.open { fill: #fff; stroke: #1f2428; stroke-width: 1.75; }
      .bpmn .inner, .bpmn .line, .bpmn .barbs, .bpmn .slash, .bpmn .marker, .bpmn .mark, .bpmn .bracket, .bpmn .frame, .bpmn .icon > .detail { fill: none; stroke: #1f2428; stroke-width: 1.5; }
      .bpmn .participant > .body, .bpmn .lane > .body { stroke: #8a8f96; stroke-width: 1.25; }
      .bpmn .strip { fill: #f6f4f0; stroke: #8a8f96; stroke-width: 1.25; }
      .bpmn .endEvent > .body, .bpmn .callActivity > .body { stroke-width: 4; }
      .bpmn .triggered > .body { stroke-dasharray: 0 4.5; stroke-linecap: round; stroke-width: 2.25; }
      .bpmn .dashed { stroke-dasharray: 5 3; }
      .bpmn .icon > * { stroke-width: 1.1; stroke-linejoin: round; }
      .bpmn .icon > .detail { stroke-width: 1.1; stroke-linecap: round; }
      .bpmn .icon.filled > .outline { fill: #1f2428; }
      .bpmn .icon.filled > .detail { stroke: #fff; }
      .bpmn .mark { stroke-width: 3.5; }
      .bpmn .marker { stroke-width: 1.5; }
      .bpmn .line { stroke-width: 1.75; stroke-linejoin: round; }
      .bpmn .head { fill: #1f2428; stroke: #1f2428; stroke-width: 1; stroke-linejoin: round; }
      .bpmn .messageFlow > .line { stroke-dasharray: 8 4; }
      .bpmn .association > .line, .bpmn .dataInputAssociation > .line, .bpmn .dataOutputAssociation > .line { stroke-dasharray: 1 4; stroke-linecap: round; }
      .bpmn .frame { stroke-dasharray: 8 3 1 3; }
      @media (prefers-color-scheme: dark) {
       .bpmn text { fill: #e7e9eb; }
       .bpmn .paper { fill: #1c2024; }
       .bpmn .body, .bpmn .icon > *, .bpmn .head.open { fill: #1c2024; stroke: #e7e9eb; }
       .bpmn .inner, .bpmn .line, .bpmn .barbs, .bpmn .slash, .bpmn .marker, .bpmn .mark, .bpmn .bracket, .bpmn .frame, .bpmn .icon > .detail { stroke: #e7e9eb; }
       .bpmn .participant > .body, .bpmn .lane > .body, .bpmn .strip { stroke: #747c86; }
       .bpmn .strip { fill: #282d33; }
       .bpmn .icon.filled > .outline, .bpmn .head { fill: #e7e9eb; stroke: #e7e9eb; }
       .bpmn .icon.filled > .detail { stroke: #1c2024; }
      }
      """;

    private PictureStyle() {}
}
