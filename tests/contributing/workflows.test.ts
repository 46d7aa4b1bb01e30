import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {parse} from 'yaml';

import packageJson from '../../package.json' with {type: 'json'};
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';

const gitHubFolder = path.join(repositoryRoot, '.github');
const read = (file: string) => readFileSync(path.join(gitHubFolder, file), 'utf8');
const yamlFilesIn = (folder: string) =>
  readdirSync(path.join(gitHubFolder, folder)).filter((file) => file.endsWith('.yml'));

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Job {
  name?: string;
  if?: string;
  needs?: string | string[];
  'runs-on': string;
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  environment?: {name: string};
  steps: Step[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions?: object;
  concurrency?: object;
  env?: object;
  jobs: Record<string, Job>;
}

/**
 * What makes a workflow unsafe, in the words of zizmor's rules, which cannot be
 * installed everywhere: https://docs.zizmor.sh/audits/
 */
function faultsOf(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, {steps: own}]) => own);
  const faults: string[] = [];
  const refuse = (rule: string, isFault: boolean) => {
    if (isFault) {
      faults.push(rule);
    }
  };
  refuse(
    'dangerous-triggers',
    'pull_request_target' in workflow.on || 'issue_comment' in workflow.on,
  );
  refuse('excessive-permissions', Object.keys(workflow.permissions ?? {all: ''}).length > 0);
  refuse('concurrency-limits', workflow.concurrency === undefined);
  refuse('overprovisioned-secrets', /toJSON\(secrets\)|secrets\[/.test(text));
  refuse('unpinned-uses', /uses: (?!.+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/m.test(text));
  refuse('insecure-commands', /ACTIONS_ALLOW_UNSECURE_COMMANDS|allow-unsafe/.test(text));
  refuse('github-env', /GITHUB_ENV|GITHUB_PATH/.test(text));
  refuse('secrets-inherit', /secrets: inherit/.test(text));
  refuse('bot-conditions', /github\.actor|triggering_actor/.test(text));
  for (const [name, job] of jobs) {
    const own = JSON.stringify(job);
    refuse(`timeout: ${name}`, job['timeout-minutes'] === undefined);
    refuse(`self-hosted-runner: ${name}`, !/^ubuntu-\d\d\.04$/.test(job['runs-on']));
    refuse(`anonymous-definition: ${name}`, !job.name || job.steps.some((step) => !step.name));
    refuse(`excessive-permissions: ${name}`, !job.permissions);
    refuse(`secrets-outside-env: ${name}`, own.includes('secrets.') && !job.environment);
    const canWrite = Object.values(job.permissions ?? {}).includes('write');
    const runsPackages = job.steps.some(({run}) => /\bnp[mx]\b/.test(run ?? ''));
    refuse(
      `write-token-beside-packages: ${name}`,
      runsPackages && (canWrite || own.includes('secrets.')),
    );
  }
  for (const {uses, run, with: inputs} of steps) {
    refuse('template-injection', run?.includes('${{') ?? false);
    refuse('use-ci', /npm (i|install|exec)\b|npx|npm ci(?! --ignore-scripts)/.test(run ?? ''));
    refuse(
      'artipacked',
      uses?.startsWith('actions/checkout@') === true && inputs?.['persist-credentials'] !== false,
    );
  }
  return faults;
}

const files = yamlFilesIn('workflows');

describe('GitHub Actions 워크플로', () => {
  it('다섯 개가 있다', () => {
    assert.deepEqual(files, ['ci.yml', 'deploy.yml', 'links.yml', 'preview.yml', 'releases.yml']);
  });

  for (const file of files) {
    it(`${file}: 안전하지 않은 것이 없다`, () => {
      assert.deepEqual(faultsOf(read(`workflows/${file}`)), []);
    });

    it(`${file}: 부르는 npm 스크립트와 파일이 모두 있다`, () => {
      const text = read(`workflows/${file}`);
      for (const [, script = ''] of text.matchAll(/npm (?:run (?:--silent )?)?(test|[a-z:]+)\b/g)) {
        assert.ok(script === 'ci' || script in packageJson.scripts, script);
      }
      for (const [, script = ''] of text.matchAll(
        /(?:node|npm test --) ((?:scripts|tests)\/\S+)/g,
      )) {
        assert.ok(existsSync(path.join(repositoryRoot, script)), script);
      }
    });
  }

  const good = read('workflows/links.yml');
  for (const [rule, from, to] of [
    ['dangerous-triggers', 'workflow_dispatch:', 'pull_request_target:'],
    ['excessive-permissions', 'permissions: {}', 'permissions: write-all'],
    ['excessive-permissions', 'permissions: {}', ''],
    ['unpinned-uses', /@[0-9a-f]{40} # v7\.0\.1/, '@v7'],
    ['unpinned-uses', / # v7\.0\.1/, ''],
    ['artipacked', 'persist-credentials: false', 'persist-credentials: true'],
    ['template-injection', 'node scripts/ci/reportLinks.ts', 'echo ${{ github.head_ref }}'],
    ['use-ci', 'npm ci --ignore-scripts', 'npm ci'],
    ['timeout: check', 'timeout-minutes: 60', ''],
    ['write-token-beside-packages: report', 'node scripts/ci/reportLinks.ts', 'npm run links'],
    ['self-hosted-runner: check', 'ubuntu-24.04', 'self-hosted'],
  ] as const) {
    it(`이 시험은 ${rule}을(를) 알아본다`, () => {
      assert.ok(faultsOf(good.replace(from, to)).includes(rule));
    });
  }
});

describe('releases.yml', () => {
  it('글의 명령은 main에 합친 것만 실행한다', () => {
    const {on, jobs} = parse(read('workflows/releases.yml')) as Workflow;
    assert.deepEqual(Object.keys(on), ['schedule', 'workflow_dispatch']);
    const running = Object.values(jobs).filter(({steps}) =>
      steps.some(({run}) => run?.includes('npm run --silent rerun')),
    );
    assert.deepEqual(
      running.map((job) => job.if),
      ["github.ref == 'refs/heads/main'"],
    );
    for (const file of files.filter((name) => name !== 'releases.yml')) {
      assert.doesNotMatch(read(`workflows/${file}`), /\brerun\b/);
    }
  });
});

describe('ci.yml', () => {
  const {on, jobs} = parse(read('workflows/ci.yml')) as Workflow;

  it('비밀 값이 없고, 읽기만 하는 토큰뿐이다', () => {
    assert.deepEqual(Object.keys(on).sort(), ['pull_request', 'push']);
    assert.doesNotMatch(read('workflows/ci.yml'), /secrets\./);
    for (const {permissions} of Object.values(jobs)) {
      assert.deepEqual(permissions, {contents: 'read'});
    }
  });

  it('글 검사는 main의 검사기로, 풀 리퀘스트의 것을 실행하기 전에, 캐시 없이 한다', () => {
    const steps = jobs.content?.steps ?? [];
    const check = steps.findIndex(({run}) =>
      run?.includes('run --silent check -- --root ../proposed'),
    );
    const before = JSON.stringify(steps.slice(0, check + 1));
    assert.ok(check > 0);
    for (const step of steps.slice(0, check + 1)) {
      const place = (step as {'working-directory'?: string})['working-directory'];
      assert.ok(!step.run || place === 'base' || step.run.startsWith('git '), step.name);
    }
    assert.doesNotMatch(before, /actions\/cache|"cache"/);
    assert.match(before, /"package-manager-cache":false/);
  });

  it('사이트와 고친 글의 그림은 글만 고친 풀 리퀘스트에서만 남긴다', () => {
    const left = (jobs.content?.steps ?? []).filter(({uses}) =>
      uses?.startsWith('actions/upload-artifact@'),
    );
    assert.deepEqual(
      left.map((step) => [step.with?.name, (step as {if?: string}).if]),
      ['site', 'pictures'].map((name) => [name, "steps.changes.outputs.content-only == 'true'"]),
    );
  });

  it('다른 작업은 모두 글 검사를 기다린다', () => {
    for (const [name, {needs}] of Object.entries(jobs)) {
      assert.equal(needs, name === 'content' ? undefined : 'content');
    }
  });
});

describe('preview.yml', () => {
  const {on, jobs} = parse(read('workflows/preview.yml')) as Workflow;

  it('npm 패키지도 풀 리퀘스트의 커밋도 받지 않는다', () => {
    assert.deepEqual(Object.keys(on), ['workflow_run']);
    assert.doesNotMatch(
      read('workflows/preview.yml'),
      /npm (ci|run|test)|ref:|head_sha|pull_requests/,
    );
  });

  it('부르는 스크립트는 npm 패키지 없이 Node만으로 돈다', () => {
    const folder = path.join(repositoryRoot, 'scripts/ci');
    const called = read('workflows/preview.yml').matchAll(/node scripts\/ci\/(\S+)/g);
    const loaded = new Set([...called].map(([, file = '']) => file));
    assert.ok(loaded.size > 0);
    // The set grows meanwhile: also by what these import.
    for (const file of loaded) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      for (const [, from = ''] of text.matchAll(/ from '([^']+)'/g)) {
        assert.match(from, /^(node:|\.\/)/, file);
        if (from.startsWith('./')) {
          loaded.add(from.slice(2));
        }
      }
    }
  });

  it('쓰기 권한은 댓글을 다는 작업에만, 열쇠는 살펴본 것을 올리는 작업에만 있다', () => {
    const writers = Object.entries(jobs).filter(([, {permissions}]) =>
      Object.values(permissions ?? {}).includes('write'),
    );
    assert.deepEqual(
      writers.map(([name, {permissions}]) => [name, permissions]),
      [['comment', {contents: 'read', 'pull-requests': 'write'}]],
    );
    const keepers = Object.entries(jobs).filter(([, job]) =>
      JSON.stringify(job).includes('secrets.'),
    );
    assert.deepEqual(
      keepers.map(([name, {environment}]) => [name, environment?.name]),
      [['publish', 'preview']],
    );
  });

  it('CI의 파일을 경로로 알아본다', () => {
    assert.match(jobs.inspect?.if ?? '', /workflow_run\.path == '\.github\/workflows\/ci\.yml'/);
  });
});

describe('deploy.yml', () => {
  it('신원 토큰은 내려받은 코드가 하나도 없는 작업에만 있다', () => {
    const {jobs} = parse(read('workflows/deploy.yml')) as Workflow;
    assert.equal(jobs.build?.permissions?.['id-token'], undefined);
    assert.equal(jobs.deploy?.permissions?.['id-token'], 'write');
    assert.equal(jobs.deploy?.environment?.name, 'github-pages');
    assert.ok(!jobs.deploy?.steps.some(({uses}) => uses?.startsWith('actions/checkout')));
  });
});

interface Form {
  name: string;
  description: string;
  body: {
    type: string;
    id?: string;
    attributes: {label?: string; options?: string[]};
    validations?: {required: boolean};
  }[];
}

describe('이슈 양식', () => {
  const forms = yamlFilesIn('ISSUE_TEMPLATE').filter((file) => file !== 'config.yml');

  it('오류 신고, 질문 제안, 출처 추가가 있다', () => {
    assert.deepEqual(
      forms.map((file) => [file, (parse(read(`ISSUE_TEMPLATE/${file}`)) as Form).name]),
      [
        ['error-report.yml', '오류 신고'],
        ['interview-question.yml', '면접에서 받은 꼬리질문'],
        ['question-proposal.yml', '질문 제안'],
        ['source-suggestion.yml', '출처 추가'],
      ],
    );
  });

  for (const file of forms) {
    it(`${file}: GitHub가 받는 형식이다`, () => {
      const {description, body} = parse(read(`ISSUE_TEMPLATE/${file}`)) as Form;
      assert.ok(description.length > 0 && description.length <= 200);
      const ids = body.map(({id}) => id ?? assert.fail('id가 없습니다.'));
      assert.equal(new Set(ids).size, ids.length);
      for (const {type, id, attributes} of body) {
        assert.ok(['input', 'textarea', 'dropdown'].includes(type), type);
        assert.match(id ?? '', /^[a-zA-Z0-9_-]+$/);
        assert.ok(attributes.label);
        assert.equal(type === 'dropdown', attributes.options !== undefined);
      }
      assert.ok(body.some(({validations}) => validations?.required));
    });
  }

  it('오류 신고의 칸은 사이트가 채우는 이름 그대로다', () => {
    const {body} = parse(read('ISSUE_TEMPLATE/error-report.yml')) as Form;
    assert.deepEqual(
      body.map(({type, id}) => [type, id]),
      [
        ['input', 'page'],
        ['input', 'question-id'],
        ['input', 'version'],
        ['textarea', 'problem'],
        ['textarea', 'source'],
      ],
    );
  });

  it('비어 있는 이슈와, 직접 고치는 길과, 보안 문제를 알리는 길을 둔다', () => {
    const {contact_links: links} = parse(read('ISSUE_TEMPLATE/config.yml')) as {
      contact_links: {name: string; url: string; about: string}[];
    };
    for (const {name, url, about} of links) {
      assert.ok(name && about && url.startsWith(`${packageJson.repository}/`));
    }
  });
});

describe('저장소를 돌보는 파일', () => {
  it('CODEOWNERS의 폴더와 파일이 모두 있고, 실행되는 곳을 빠뜨리지 않는다', () => {
    const owned = read('CODEOWNERS')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split(/\s+/));
    for (const [place = '', ...owners] of owned) {
      assert.ok(place.includes('*') || existsSync(path.join(repositoryRoot, place)), place);
      assert.deepEqual(owners, ['@kkori-notes/maintainers']);
    }
    const places = owned.map(([place]) => place);
    const run =
      'authoring checks content-model lib markdown outputs scripts site src .github data'.split(
        ' ',
      );
    for (const place of run) {
      assert.ok(places.includes(`/${place}/`), place);
    }
  });

  it('Dependabot은 npm과 Actions를 매주, 묶어서, 나온 지 7일이 지난 뒤에 올린다', () => {
    const {updates} = parse(read('dependabot.yml')) as {
      updates: {
        'package-ecosystem': string;
        schedule: {interval: string};
        cooldown: {'default-days': number};
        groups: object;
      }[];
    };
    assert.deepEqual(
      updates.map((update) => update['package-ecosystem']),
      ['npm', 'github-actions'],
    );
    for (const {schedule, cooldown, groups} of updates) {
      assert.equal(schedule.interval, 'weekly');
      assert.ok(cooldown['default-days'] >= 7);
      assert.ok(Object.keys(groups).length > 0);
    }
  });
});
