import {assertNextVersion, release, uncommittedFiles} from '../authoring/release.ts';
import {checkOwnContent} from '../checks/checkOwnContent.ts';
import {
  readVersions,
  releasedFolder,
  sidebarsFile,
  versionsFile,
} from '../content-model/versions.ts';
import {formatFinding} from '../lib/finding.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {sidebars} from '../site/sidebars.ts';
import {runCommand, WrongUse} from './command.ts';

const command = {usage: 'npm run release -- 3.0', allowPositionals: true} as const;

/** `npm run release`: the working version becomes the latest one, whole or not at all. */
void runCommand(command, async ({positionals: [name, ...rest]}) => {
  if (name === undefined || rest.length > 0) {
    throw new WrongUse();
  }
  const versions = readVersions(repositoryRoot);
  assertNextVersion(name, versions);
  const uncommitted = uncommittedFiles(repositoryRoot);
  if (uncommitted.length > 0) {
    throw new Error(
      `커밋하지 않은 글이 있어 내지 않았습니다. 커밋하거나 되돌린 뒤 다시 실행해 주세요: ${uncommitted.join(', ')}`,
    );
  }
  await assertSound('고칠 곳이 있어 내지 않았습니다.');
  const takeBack = await release(repositoryRoot, name, sidebars(repositoryRoot));
  try {
    await assertSound('내고 보니 고칠 곳이 생겨 되돌렸습니다.');
  } catch (error) {
    takeBack();
    throw error;
  }
  console.log(`버전 ${name}을(를) 냈습니다.

- 글: ${releasedFolder(name)}/
- 차례: ${sidebarsFile(name)}
- 낸 버전의 목록: ${versionsFile}

이제 /docs/는 ${name}, /docs/${versions[0]}/는 ${versions[0]}의 글입니다. docs/는 그대로 다음 버전이고, 그 안의 /docs/ 링크는 /docs/${versions[0]}/로 바꾸었습니다.

다음 할 일:

1. npm run preview로 확인합니다.
2. git add docs versioned_docs versioned_sidebars ${versionsFile}로 더해 커밋합니다.
3. main에 합치면 펴냅니다.`);
});

/** @throws Error when there is a finding; they are told before */
async function assertSound(refusal: string): Promise<void> {
  const {findings} = await checkOwnContent();
  if (findings.length > 0) {
    console.error(`${findings.map(formatFinding).join('\n')}\n`);
    throw new Error(refusal);
  }
}
