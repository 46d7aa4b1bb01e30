import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * What each room may import, besides itself, lib and lib/node: the arrows of ARCHITECTURE.md. src
 * has lib alone; scripts and tests use everything.
 */
const mayImport = {
  'content-model': [],
  checks: ['content-model'],
  authoring: ['content-model', 'checks'],
  markdown: ['content-model'],
  site: ['content-model', 'checks', 'markdown'],
  outputs: ['content-model', 'site'],
};
const rooms = ['scripts', 'tests', ...Object.keys(mayImport)];
const boundary = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: {'no-restricted-imports': ['error', {patterns}]},
});
const above = (...folders) => folders.map((folder) => `**/${folder}/**`);

const onlyAtBuild =
  '컴포넌트는 빌드할 때 한 번 그리는 틀입니다. 브라우저에서 할 일은 src/browser의 동작으로 적어 주세요.';
/** What React does only in a browser. */
const liveReact = [
  'default',
  'lazy',
  'startTransition',
  'Suspense',
  'useActionState',
  'useCallback',
  'useDeferredValue',
  'useEffect',
  'useImperativeHandle',
  'useInsertionEffect',
  'useLayoutEffect',
  'useOptimistic',
  'useReducer',
  'useRef',
  'useState',
  'useSyncExternalStore',
  'useTransition',
];

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
    // Templates: rendered once, in the build. No page ships React.
    files: ['src/{components,theme}/**'],
    plugins: {'react-hooks': reactHooks},
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage'].map(
          (name) => ({name, message: onlyAtBuild}),
        ),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXOpeningElement[name.name=/^h[1-6]$/]',
          message: '@theme/Heading을 써 주세요. 제목마다 바로 가기 링크가 붙습니다.',
        },
        {selector: 'JSXAttribute[name.name=/^on[A-Z]|^ref$/]', message: onlyAtBuild},
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {name: 'react', importNames: liveReact, message: onlyAtBuild},
            {name: '@docusaurus/router', importNames: ['useHistory'], message: onlyAtBuild},
            ...['BrowserOnly', 'ExecutionEnvironment', 'useIsBrowser'].map((name) => ({
              name: `@docusaurus/${name}`,
              message: onlyAtBuild,
            })),
          ],
          patterns: [{group: ['**/browser/**'], message: onlyAtBuild}],
        },
      ],
    },
  },
  {
    // What runs in the reader's browser: finds elements by what they mean, and shares their events.
    files: ['src/browser/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(?:querySelector(?:All)?|closest|matches)$/] > Literal[value=/(?:^|[^\\w])\\.[a-z]/i]',
          message: '클래스 이름은 모양에만 씁니다. data-behavior나 요소, 역할로 찾아 주세요.',
        },
        {
          selector: 'AssignmentExpression > MemberExpression.left[property.name=/^on[a-z]+$/]',
          message: 'addEventListener를 써 주세요. on… 속성은 다른 것을 지웁니다.',
        },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['react', 'react-dom', '@docusaurus/*', '@theme/*', '@site/src/*'],
              allowTypeImports: true,
              message: '독자의 브라우저에는 리액트도 Docusaurus도 없습니다.',
            },
          ],
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
