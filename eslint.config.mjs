import docusaurus from '@docusaurus/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Folders may import only what runs where they run: scripts · tests · checks → plugins → lib/node → lib ← src. */
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
      'build.partial',
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
      parserOptions: {projectService: {allowDefaultProject: ['eslint.config.mjs']}},
    },
  },
  {
    files: ['src/**'],
    plugins: {'@docusaurus': docusaurus, 'react-hooks': reactHooks},
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@docusaurus/string-literal-i18n-messages': 'error',
      '@docusaurus/prefer-docusaurus-heading': 'error',
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
  {files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked},
  boundary(['src/**'], ['node:*', ...above('plugins', 'checks', 'scripts', 'tests', 'lib/node')]),
  boundary(
    ['lib/**'],
    [
      'node:*',
      'react',
      '@docusaurus/*',
      '@site/**',
      ...above('src', 'plugins', 'checks', 'scripts', 'tests', 'node'),
    ],
    ['lib/node/**', '**/*.test.ts'],
  ),
  boundary(
    ['lib/node/**'],
    ['react', '@site/**', ...above('src', 'plugins', 'checks', 'scripts', 'tests')],
  ),
  boundary(['plugins/**'], ['@site/**', ...above('src', 'checks', 'scripts', 'tests')]),
  boundary(['checks/**'], ['@site/**', ...above('src', 'scripts', 'tests')]),
);
