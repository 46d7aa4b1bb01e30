/** The parts that the documentation falls into: a folder of docs/ each, in the order of reading. */
export const sections = [
  {folder: 'virtualization-basics', label: '가상화 기초'},
  {folder: 'hypervisors', label: '하이퍼바이저'},
  {folder: 'containers', label: '컨테이너의 원리'},
  {folder: 'images-and-runtimes', label: '이미지와 런타임'},
  {folder: 'docker', label: 'Docker'},
  {folder: 'nested-docker', label: 'Docker 위의 Docker'},
  {folder: 'isolation-and-security', label: '격리와 보안'},
  {folder: 'new-questions', label: '새로 들어온 질문'},
] as const;

/** Where imported and new pages begin, until somebody moves them to the section that suits them. */
export const inboxFolder = 'new-questions';

/** What places a page: its path below the folder of its version, and its `sidebar_position`. */
export interface PagePlace {
  path: string;
  position: number;
}

/** Compares two pages by the order of reading: by section, then by position; pages of no section come last. */
export function comparePlaces(a: PagePlace, b: PagePlace): number {
  return sectionIndex(a) - sectionIndex(b) || a.position - b.position;
}

function sectionIndex({path}: PagePlace): number {
  const index = sections.findIndex(({folder}) => path.startsWith(`${folder}/`));
  return index === -1 ? sections.length : index;
}
