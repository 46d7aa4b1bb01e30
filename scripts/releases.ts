import {writeFileSync} from 'node:fs';

import {newestIn, newReleaseOf, type NewRelease} from '../checks/releases/newReleases.ts';
import {readContentModel, versionIn, workingFolder} from '../content-model/model.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {runCommand} from './command.ts';

const usage = 'npm run releases [-- --json 파일]';

/** `npm run releases`: which products have releases that the working version was not compared with. Needs the network. */
void runCommand({usage, options: {json: {type: 'string'}}}, async ({values: {json}}) => {
  const model = readContentModel(repositoryRoot);
  const found: NewRelease[] = [];
  for (const product of model.products.entries.values()) {
    const response = await fetch(product.releases);
    if (!response.ok) {
      throw new Error(`${product.releases}가 ${response.status}로 답했습니다.`);
    }
    const {pages} = versionIn(model, workingFolder);
    found.push(...[newReleaseOf(product, newestIn(await response.json()), pages) ?? []].flat());
  }
  for (const {product, version, places} of found) {
    console.log(`${product} ${version}: ${places.join(', ')}`);
  }
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify(found, null, 2)}\n`);
  }
  console.log(`새 판이 나온 제품 ${found.length}개`);
});
