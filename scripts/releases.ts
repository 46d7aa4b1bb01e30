import {writeFileSync} from 'node:fs';

import {verificationState} from '../authoring/verify.ts';
import {
  addressOfCve,
  changedCveOf,
  namedCves,
  type ChangedCve,
} from '../checks/releases/changedCves.ts';
import {newestIn, newReleaseOf, type NewRelease} from '../checks/releases/newReleases.ts';
import {answerName, answersOf} from '../content-model/answers.ts';
import {readContentModel, versionIn, workingFolder} from '../content-model/model.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {runCommand} from './command.ts';

const usage = 'npm run releases [-- --json 파일]';
const notFound = 404;

/**
 * `npm run releases`: what the working version has to be compared with again: products with new
 * releases, vulnerabilities whose records have changed, marks older than 180 days. Needs the network.
 */
void runCommand({usage, options: {json: {type: 'string'}}}, async ({values: {json}}) => {
  const model = readContentModel(repositoryRoot);
  const {pages, verifications} = versionIn(model, workingFolder);
  const releases: NewRelease[] = [];
  for (const product of model.products.entries.values()) {
    const list = await jsonAt(product.releases);
    if (list === undefined) {
      throw new Error(`${product.releases}가 없습니다. data/products.yaml을 고쳐 주세요.`);
    }
    const newest = newestIn(list);
    releases.push(...[newReleaseOf(product, newest, pages) ?? []].flat());
  }
  const cves: ChangedCve[] = [];
  for (const [cve, named] of namedCves(pages.flatMap(answersOf))) {
    const record = await jsonAt(addressOfCve(cve));
    cves.push(...[changedCveOf(cve, record, named, verifications) ?? []].flat());
  }
  const today = new Date().toISOString().slice(0, '2026-11-28'.length);
  const old = verificationState(model, today).old.map(answerName);
  for (const {product, version, places} of releases) {
    console.log(`${product} ${version}: ${places.join(', ')}`);
  }
  for (const {cve, reason, places} of cves) {
    console.log(`${cve} ${reason}: ${places.join(', ')}`);
  }
  for (const name of old) {
    console.log(`180일이 지난 확인: ${name}`);
  }
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify({releases, cves, old}, null, 2)}\n`);
  }
  console.log(
    `새 판이 나온 제품 ${releases.length}개, 기록이 바뀐 취약점 ${cves.length}개, 180일이 지난 확인 ${old.length}개`,
  );
});

/** What an address holds; undefined where it has nothing. */
async function jsonAt(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok && response.status !== notFound) {
    throw new Error(`${address}가 ${response.status}로 답했습니다.`);
  }
  return response.ok ? response.json() : undefined;
}
