import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import * as anchors from './anchors.ts';
import {referenceTypes} from './references.ts';

const made = [
  anchors.referenceListId,
  anchors.mainId,
  anchors.drawerId,
  anchors.outlineId,
  anchors.searchOptionsId,
  anchors.citationPreviewId,
  anchors.searchQueryId,
  ...Object.values(anchors.homeAnchors),
  ...Object.values(referenceTypes).map(({id}) => id),
  anchors.citationAnchor({key: 'docker-run', occurrence: 2}),
  anchors.referenceAnchor('docker-run'),
  anchors.termAnchor({id: 'hypervisor'}),
  anchors.definitionId(anchors.termAnchor({id: 'hypervisor'})),
  anchors.diagramAnchor(12),
  anchors.descriptionId(anchors.diagramAnchor(12)),
  anchors.initialAnchor('ㄱ'),
  anchors.comparisonAnchor('1.0', '2.0'),
  anchors.comparisonAnchor('1.0', '2.0', 'docker'),
];

describe('사이트가 붙이는 id', () => {
  it('만드는 id는 모두 예약되어 있다', () => {
    assert.deepEqual(
      made.filter((id) => !anchors.isReservedId(id)),
      [],
    );
  });

  it('비슷해 보여도 글쓴이가 쓸 만한 id는 예약하지 않는다', () => {
    const free = [
      'from-virtualization',
      'from-docker-to-podman',
      'reference-counting',
      'terms',
      'diagram-syntax',
      'initial-ram-disk',
      'bitmap',
      'docker-search',
      'docusaurus',
    ];
    assert.deepEqual(free.filter(anchors.isReservedId), []);
  });

  it('풀이와 설명의 id를 다른 id와 가린다', () => {
    assert.deepEqual(made.filter(anchors.isDefinitionId), ['term-hypervisor-definition']);
    assert.deepEqual(made.filter(anchors.isDescriptionId), ['diagram-12-description']);
    assert.deepEqual(made.filter(anchors.isReferenceAnchor), ['ref-docker-run']);
  });
});
