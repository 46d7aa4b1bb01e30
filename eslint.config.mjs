import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * What each room may import, besides itself, lib and lib/node: the arrows of ARCHITECTURE.md. src
 * has lib alone; scripts and tests use everything.
 */
const mayImport = {
  'content-model': [],
  checks: ['content-model'],
  authoring: ['content-model'],
  markdown: ['content-model'],
  site: ['content-model', 'markdown'],
  outputs: ['content-model', 'site'],
};
const rooms = ['scripts', 'tests', ...Object.keys(mayImport)];
const boundary = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: {'no-restricted-imports': ['error', {patterns}]},
});
const above = (...folders) => folders.map((folder) => `**/${folder}/**`);

export default tseslint.config(
  {
    ignores: [
      'build',
      'build.*',
      '.docusaurus',
      '.cache',
      'bench/peers',
      '**/node_modules',
      'bench/**/dist',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {projectService: {allowDefaultProject: ['eslint.config.mjs', 'site/*/*.cjs']}},
    },
  },
  {
    files: ['src/**'],
    plugins: {'react-hooks': reactHooks},
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXOpeningElement[name.name=/^h[1-6]$/]',
          message: '@theme/Heading을 써 주세요. 제목마다 바로 가기 링크가 붙습니다.',
        },
      ],
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      // describe and it of node:test return promises that the runner awaits itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {from: 'package', name: ['describe', 'it', 'before', 'after'], package: 'node:test'},
          ],
        },
      ],
    },
  },
  {files: ['**/*.{cjs,mjs}'], ...tseslint.configs.disableTypeChecked},
  boundary(['src/**'], ['node:*', ...above(...rooms, 'lib/node')]),
  boundary(
    ['lib/**'],
    ['node:*', 'react', '@docusaurus/*', '@site/**', ...above('src', ...rooms, 'node')],
    ['lib/node/**', '**/*.test.ts'],
  ),
  boundary(['lib/node/**'], ['react', '@site/**', ...above('src', ...rooms)]),
  ...Object.entries(mayImport).map(([room, lower]) =>
    boundary(
      [`${room}/**`],
      [
        '@site/**',
        ...above('src', ...rooms.filter((other) => other !== room && !lower.includes(other))),
      ],
    ),
  ),
);
