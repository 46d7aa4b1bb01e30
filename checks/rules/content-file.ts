import {correctionsFile} from '../../content-model/corrections.ts';
import {rerunsFile} from '../../content-model/experiments.ts';
import {glossaryFile} from '../../content-model/glossary.ts';
import {referencesFile} from '../../content-model/references.ts';
import {pagesWithoutSection, sectionsFile, type Sections} from '../../content-model/sections.ts';
import {productsFile} from '../../content-model/products.ts';
import {searchWordsFile} from '../../content-model/searchWords.ts';
import {tracksFile} from '../../content-model/tracks.ts';
import {verificationsFile} from '../../content-model/verifications.ts';
import {sidebarsFile, versionsFile} from '../../content-model/versions.ts';
import {exampleSections} from '../exampleSections.ts';
import {pathInVersion, versionFolder} from '../versions.ts';
import type {Found, Rule} from '../rule.ts';

const dataFiles = [
  referencesFile,
  glossaryFile,
  productsFile,
  correctionsFile,
  rerunsFile,
  searchWordsFile,
];
const loosePages = pagesWithoutSection.map((id) => `${id}.md`);
const name = /^(?!.{64})[a-z][a-z0-9]*(-[a-z0-9]+)*\.(md|png|jpg|jpeg|gif|webp)$/;
/** Names that Windows keeps for devices: nobody there could check the repository out. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)\./;
const workingSections = `docs/${sectionsFile}`;

const at = (file: string) => [`${file}:1:1`] as [string];
const only = (file: string) => ({
  files: {[workingSections]: exampleSections, [file]: '글'},
  findings: at(file),
});

export const contentFile: Rule = {
  id: 'content-file',
  why: '글과 그림의 이름과 자리가 정해져 있어야 차례에 들어가고, 글이 아닌 파일이 섞이지 않습니다.',
  bad: [
    only('docs/docker/a.mdx'),
    only('docs/a.md'),
    only('docs/my-folder/a.md'),
    only('docs/docker/한글.md'),
    only('docs/docker/Upper.md'),
    only('docs/docker/_draft.md'),
    only('docs/docker/index.md'),
    only('docs/docker/docker.md'),
    only('docs/docker/_category_.json'),
    only('docs/docker/.env'),
    only('docs/docker/aux.md'),
    only('docs/docker/deep/er/a.md'),
    only('docs/docker/img/a.svg'),
    only('docs/docker/a.js'),
    only('docs/docker/sections.yaml'),
    only('docs/other.yaml'),
    only('versioned_sidebars/version-1.0.json'),
    only('versioned_docs/version-1.0/a.html'),
    only('versioned_docs/evil/a.md'),
    only('data/.gitattributes'),
    only('data/more.yaml'),
    only('data/a.md'),
  ],
  good: [
    {
      files: {
        'docs/docker/pid-1.md': '글',
        'docs/references.md': '글',
        'docs/docker/img/shim.png': '그림',
        'versioned_docs/version-1.0/a.md': '글',
        [workingSections]: exampleSections,
        [`docs/${tracksFile}`]: '[]',
        [`versioned_docs/version-1.0/${sectionsFile}`]: exampleSections,
        [sidebarsFile('1.0')]: '{}',
        [versionsFile]: '["1.0"]',
        [referencesFile]: '[]',
        [glossaryFile]: '[]',
        [productsFile]: '[]',
        [searchWordsFile]: '[]',
        [correctionsFile]: '[]',
        [rerunsFile]: '[]',
        [`docs/${verificationsFile}`]: '[]',
      },
    },
  ],
  check: ({entries, sections}) =>
    entries.flatMap(({file}): Found[] => {
      const message = faultOf(file, sections.get(versionFolder({file}))?.entries ?? new Map());
      return message ? [{file, line: 1, column: 1, message}] : [];
    }),
};

function faultOf(file: string, sections: Sections): string | undefined {
  const lists = [sectionsFile, tracksFile, verificationsFile].map(
    (list) => `${versionFolder({file})}/${list}`,
  );
  if (file === versionsFile || lists.includes(file)) {
    return undefined;
  }
  if (file.startsWith('data/')) {
    return dataFiles.includes(file)
      ? undefined
      : `data/에는 ${dataFiles.join(', ')}만 둡니다. 옮기거나 지워 주세요`;
  }
  if (file.startsWith('versioned_sidebars/')) {
    return /\/version-\d+\.\d+-sidebars\.json$/.test(file)
      ? undefined
      : `versioned_sidebars/에는 낸 버전의 차례(${sidebarsFile('2.0')})만 둡니다. 옮기거나 지워 주세요`;
  }
  const base = file.split('/').at(-1) ?? '';
  if (/\.mdx$/i.test(file)) {
    return 'MDX는 코드라서 받지 않습니다. 보통 Markdown으로 고쳐 이름을 .md로 바꿔 주세요';
  }
  if (/\.svg$/i.test(file)) {
    return 'SVG에는 스크립트를 넣을 수 있어 받지 않습니다. 도식은 mermaid로 그리고, 그림은 png나 webp로 바꿔 주세요';
  }
  if (!name.test(base) || reserved.test(base)) {
    return '파일 이름은 영문 소문자로 시작해 소문자, 숫자, 붙임표만 60자까지 쓰고, .md 글이나 png, jpg, gif, webp 그림이어야 합니다. 이름을 바꾸거나 지워 주세요';
  }
  if (!/^(docs|versioned_docs\/version-\d+\.\d+)\//.test(file)) {
    return '글은 docs/의 묶음 폴더에 둡니다. 파일을 옮겨 주세요';
  }
  const folders = pathInVersion({file}).split('/').slice(0, -1);
  if (base === 'index.md' || base === 'readme.md' || base === `${folders.at(-1)}.md`) {
    return 'index.md, readme.md, 폴더와 같은 이름은 글의 주소가 폴더의 것이 됩니다. 질문을 나타내는 이름으로 바꿔 주세요';
  }
  if (versionFolder({file}) !== 'docs') {
    return undefined;
  }
  const [section, images, ...deeper] = folders;
  if (section === undefined) {
    return loosePages.includes(base)
      ? undefined
      : `글은 묶음 폴더에 둡니다: ${[...sections.keys()].map((folder) => `docs/${folder}/`).join(', ')}`;
  }
  if (!sections.has(section)) {
    return `"${section}" 묶음은 없습니다. 있는 묶음: ${[...sections.keys()].join(', ')}. 새 묶음이면 ${workingSections}에 적어 주세요`;
  }
  if (images !== undefined && (images !== 'img' || base.endsWith('.md') || deeper.length > 0)) {
    return '묶음 폴더 안에는 그림을 두는 img 폴더만 만듭니다. 글은 묶음 폴더 바로 아래로 옮겨 주세요';
  }
  return undefined;
}
