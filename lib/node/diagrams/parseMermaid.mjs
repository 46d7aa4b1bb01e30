// Plain JavaScript, so that it needs no loader: with that, Mermaid's hundreds of
// modules take three times as long.
import DOMPurify from 'dompurify';

// Mermaid cleans labels with DOMPurify even when it only parses, and that needs a DOM.
Object.assign(DOMPurify, {addHook() {}, sanitize: (dirty) => dirty});
const {default: mermaid} = await import('mermaid');

// A sequence's box asks the browser whether its name is a colour.
globalThis.window = {CSS: {supports: () => true}};

let input = '';
for await (const chunk of process.stdin) {
  input += chunk;
}
for (const source of JSON.parse(input)) {
  let reading;
  try {
    // Also loads the parser of the source's kind.
    await mermaid.parse(source);
    const {type, db} = await mermaid.mermaidAPI.getDiagramFromText(source);
    reading = {diagram: type === 'sequence' ? sequence(db) : flowchart(db)};
  } catch (error) {
    const {message, hash} = error;
    reading = {
      fault: {
        line: hash?.line === undefined ? null : hash.line + 1,
        reason: message.startsWith('Edge limit')
          ? '선이 너무 많습니다. 그림을 나누어 주세요'
          : message.split('\n').at(-1),
      },
    };
  }
  console.log(JSON.stringify(reading));
}

/** As model.ts has it. */
function flowchart(db) {
  const frames = db.getSubGraphs();
  const isFrame = new Set(frames.map(({id}) => id));
  return {
    type: 'flowchart',
    direction: db.getDirection() ?? 'TB',
    nodes: [...db.getVertices().values()]
      .filter(({id}) => !isFrame.has(id))
      .map(({id, text, type, classes}) => ({id, text: text ?? id, shape: type, look: classes[0]})),
    frames: frames.map(({id, title, nodes, dir, classes}) => ({
      id,
      title,
      members: nodes,
      direction: dir,
      look: classes[0],
    })),
    edges: db
      .getEdges()
      .map(({start, end, type, stroke, text}) => ({start, end, type, stroke, text})),
  };
}

function sequence(db) {
  const names = Object.fromEntries(Object.entries(db.LINETYPE).map(([name, type]) => [type, name]));
  return {
    type: 'sequence',
    actors: [...db.getActors().values()].map(({name, description}) => ({
      id: name,
      name: description,
    })),
    lines: db.getMessages().map(({type, from, to, message, placement}) => ({
      type: names[type],
      from,
      to,
      text: typeof message === 'string' ? message : '',
      placement,
    })),
    boxes: db.getBoxes().length,
  };
}
