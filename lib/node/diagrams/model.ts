/** What a Mermaid source says, as parseMermaid.mjs reads it. */
export type Diagram = Flowchart | Sequence;

export interface Flowchart {
  type: 'flowchart';
  direction: string;
  nodes: FlowNode[];
  /** Its `subgraph`s, the inner ones first. */
  frames: Frame[];
  edges: Edge[];
}

export interface FlowNode {
  id: string;
  text: string;
  shape?: string;
  look?: string;
}

export interface Frame {
  id: string;
  title: string;
  /** Ids of the nodes and frames that stand in it, and in no frame in it. */
  members: string[];
  direction?: string;
  look?: string;
}

export interface Edge {
  start: string;
  end: string;
  type: string;
  stroke: string;
  text: string;
}

export interface Sequence {
  type: 'sequence';
  actors: {id: string; name: string}[];
  lines: SequenceLine[];
  boxes: number;
}

/** A message, a note, or the beginning, a part or the end of a frame: Mermaid's `LINETYPE`. */
export interface SequenceLine {
  type: string;
  from?: string;
  to?: string;
  text: string;
  /** Of a note: 2 is over its actors. */
  placement?: number;
}

/** What Mermaid understands and we do not draw, or have no room for: a fault of the author. */
export class DiagramError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DiagramError';
  }
}

/** An SVG for light, dark and print, whose ids begin with `idPlaceholder`. */
export interface Drawing {
  svg: string;
  /** Size in CSS pixels. */
  width: number;
  height: number;
}
