import type {Drawing} from './renderDiagrams.ts';

interface Mermaid {
  initialize: (configuration: object) => void;
  render: (id: string, source: string, container: Element) => Promise<{svg: string}>;
}

/**
 * Runs inside the browser, and so closes over nothing: draws one source, and
 * strips the drawing to what the page's own style sheet needs. All colours of
 * Mermaid's go, so that one drawing serves light, dark and print.
 */
export async function drawInPage({
  source,
  id,
  className,
  configuration,
}: {
  source: string;
  /** What every id of the drawing begins with. */
  id: string;
  /** Of the element around it: the style sheet's. */
  className: string;
  configuration: object;
}): Promise<Drawing | {fault: string}> {
  const {mermaid} = window as unknown as {mermaid: Mermaid};
  const container = document.createElement('div');
  container.className = className;
  document.body.replaceChildren(container);
  mermaid.initialize(configuration);
  let svg: SVGSVGElement;
  try {
    container.innerHTML = (await mermaid.render(id, source, container)).svg;
    svg = container.querySelector('svg') as SVGSVGElement;
  } catch (error) {
    return {fault: error instanceof Error ? error.message : String(error)};
  }

  for (const element of svg.querySelectorAll('style, title, desc, filter, linearGradient')) {
    element.remove();
  }
  const used = new Set<string>();
  for (const element of svg.querySelectorAll('*')) {
    for (const name of ['marker-end', 'marker-start', 'href']) {
      const target = /#([^)"]+)/.exec(element.getAttribute(name) ?? '')?.[1];
      if (target) {
        used.add(target);
      }
    }
  }
  for (const marker of svg.querySelectorAll('marker, symbol')) {
    if (!used.has(marker.id)) {
      marker.remove();
    }
  }
  const dropped =
    /^(data-.*|aria-.*|role|style|fill|stroke|stroke-width|font-.*|alignment-baseline|dominant-baseline|name|rx|ry|width|height|tabindex)$/;
  const kept: Record<string, string[]> = {
    rect: ['width', 'height', 'rx', 'ry'],
  };
  for (const element of svg.querySelectorAll('*')) {
    const isVisibleText = element.tagName === 'text' || element.tagName === 'tspan';
    for (const {name} of [...element.attributes]) {
      const isKept =
        kept[element.tagName]?.includes(name) || (isVisibleText && /-baseline$/.test(name));
      if (dropped.test(name) && !isKept) {
        element.removeAttribute(name);
      }
    }
    if (element.id && !used.has(element.id)) {
      element.removeAttribute('id');
    }
    if (element.getAttribute('class') === '') {
      element.removeAttribute('class');
    }
  }
  for (const empty of [...svg.querySelectorAll('g, defs')].reverse()) {
    if (empty.childNodes.length === 0) {
      empty.remove();
    }
  }

  // Below all else: a line that enters a frame must not run through its title.
  for (const lines of svg.querySelectorAll('.edgePaths')) {
    lines.parentElement?.prepend(lines);
  }

  // The keywords of a sequence's frames, which Mermaid prints as they are.
  const frames: Record<string, string> = {alt: '경우', opt: '선택', loop: '반복', par: '동시'};
  for (const label of svg.querySelectorAll('.labelText')) {
    label.textContent = frames[label.textContent ?? ''] ?? label.textContent;
  }

  const box = svg.viewBox.baseVal;
  const round = (value: number) => Math.round(value * 100) / 100;
  for (const {name} of [...svg.attributes]) {
    if (name !== 'viewBox' && name !== 'xmlns') {
      svg.removeAttribute(name);
    }
  }
  svg.setAttribute('viewBox', [box.x, box.y, box.width, box.height].map(round).join(' '));
  const markup = svg.outerHTML.replace(/\d+\.\d{3,}/g, (number) => String(round(Number(number))));
  return {svg: markup, width: round(box.width), height: round(box.height)};
}
