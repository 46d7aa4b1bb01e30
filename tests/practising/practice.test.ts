import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {brotliCompressSync} from 'node:zlib';

import type {Locator, Page} from 'playwright-core';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {handOff} from '../../lib/practice/handOff.ts';
import {practiceFile, questionsOf, type PracticeSet} from '../../lib/practice/practiceSet.ts';
import {
  axeViolations,
  buildFolder,
  enhanced,
  recordShifts,
  settled,
  shiftsOf,
  shiftWhileLoading,
  unnoticed,
  useSite,
  versions,
} from '../site.ts';

const setOf = (version: string) =>
  JSON.parse(readFileSync(path.join(buildFolder, practiceFile(version)), 'utf8')) as PracticeSet;
const latest = setOf(versions[0]);
const phone = {viewport: {width: 360, height: 740}, hasTouch: true};

const open = (page: Page) => page.getByRole('button', {name: '답 펼치기'});
const saidAll = (page: Page) => page.getByRole('button', {name: '모두 말했어요'});
const asMarked = (page: Page) => page.getByRole('button', {name: '표시한 만큼'});
const question = (page: Page) => page.locator('.practice-question');

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', {name: '시작하기'}).click();
  await open(page).waitFor();
}

/** What the reader is told of the log and the plan. */
async function shown(page: Page): Promise<string> {
  await page.locator('.practice-records').waitFor();
  const marks = await page.locator('[data-standing-of]').allInnerTexts();
  return [await page.locator('.practice-app').innerText(), ...marks].join('\n');
}

describe('떠올려 볼 질문', () => {
  it('2.0은 135문항 559문장이고, 빈 것도 잘린 것도 없다', () => {
    const questions = questionsOf(setOf('2.0'));
    assert.equal(questions.length, 135);
    assert.equal(questions.flatMap(({units}) => units).length, 559);
  });

  it('코드는 글에 적은 그대로다: 빈칸도, 점도', () => {
    const folder = path.join(repositoryRoot, `versioned_docs/version-${latest.version}`);
    const written = readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter((file) => file.endsWith('.md'))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .join('');
    for (const {id, units} of questionsOf(latest)) {
      const codes = units.flatMap((unit) => unit.split('`').filter((_, index) => index % 2 === 1));
      assert.deepEqual(
        codes.filter((code) => !written.includes(code)),
        [],
        id,
      );
    }
  });

  it('AI 면접관에게 주는 글은 어느 질문에서나 4,000자까지이고, 문장과 출처가 모두 든다', () => {
    const urlOf = (address: string) => `https://kkori-notes.github.io${address}`;
    for (const page of latest.pages) {
      for (const one of page.questions) {
        const text = handOff(page, one, [0], urlOf);
        assert.ok(text.length <= 4000, `${one.id}: ${text.length}`);
        assert.ok(
          one.units.every((unit) => text.includes(unit)) && text.includes(one.text),
          one.id,
        );
        assert.equal(text.match(/^\[\d+\] /gm)?.length ?? 0, one.cites.length, one.id);
      }
    }
  });

  for (const version of readdirSync(path.join(buildFolder, 'practice')).filter((file) =>
    file.endsWith('.json'),
  )) {
    it(`${version}: 모든 질문에 문장이 둘 이상, 이름은 하나씩, 출처는 있는 것만`, () => {
      const set = setOf(version.replace('.json', ''));
      const questions = questionsOf(set);
      assert.equal(new Set(questions.map(({id}) => id)).size, questions.length);
      for (const {id, units, wordings, cites, hash} of questions) {
        assert.ok(units.length >= 2 && units.every((unit) => /[가-힣][)’”`]?[.?!]/.test(unit)), id);
        assert.ok(wordings.length > 0 && wordings.length <= 6, id);
        assert.match(hash, /^[0-9a-f]{8}$/, id);
        assert.ok(
          cites.every((place) => place >= 0),
          id,
        );
      }
      for (const {prerequisites} of set.pages) {
        assert.ok(prerequisites.every((id) => set.pages.some((page) => page.id === id)));
      }
    });
  }
});

describe('떠올려 보기', () => {
  const site = useSite();

  it('첫 화면에서 두 번 눌러 첫 질문에 닿고, 다 말한 질문은 두 번만 누르며, 단추는 움직이지 않는다', async () => {
    const page = await site.open('', phone);
    const door = page.locator('main').getByRole('link', {name: '떠올려 보기'}).first();
    const {y = 740} = (await door.boundingBox()) ?? {};
    assert.ok(y < 740, 'on the first screen of a phone');
    await door.click();
    await begin(page);
    const place = await open(page).boundingBox();
    const seen = new Set<string>();
    for (let count = 0; count < 5; count += 1) {
      seen.add(await question(page).innerText());
      assert.deepEqual(await open(page).boundingBox(), place);
      await open(page).click();
      assert.deepEqual(await saidAll(page).boundingBox(), place);
      await saidAll(page).click();
    }
    assert.equal(seen.size, 5);
  });

  it('놓친 질문은 같은 자리에서 셋을 지나 다시 온다', async () => {
    const page = await site.open('practice/');
    await begin(page);
    const asked: string[] = [];
    for (let count = 0; count < 11; count += 1) {
      asked.push(await question(page).innerText());
      await open(page).click();
      await (count === 0 ? asMarked(page) : saidAll(page)).click();
    }
    const again = asked.indexOf(asked[0] ?? '', 1);
    assert.ok(again >= 4, asked.join('\n'));
  });

  it('하루의 쓰임: 스무 번 답하고, 다시 열고, 두 탭에서 보고, 내보내고, 지우고, 가져온다', async () => {
    const page = await site.open('practice/');
    await page.getByLabel('하루에').selectOption('30');
    await page
      .getByLabel('면접 날짜')
      .fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
    await page.getByText('추정입니다').first().waitFor();
    for (let answered = 0; answered < 20; answered += 1) {
      const start = page.getByRole('button', {name: /시작하기|이어서 하기/});
      await open(page).or(start).first().waitFor();
      if (await start.isVisible()) {
        await start.click();
      }
      await open(page).click();
      if (answered % 4 === 1) {
        await page.locator('main').getByRole('checkbox').first().check();
        await asMarked(page).click();
      } else {
        await saidAll(page).click();
      }
    }
    const leave = page.getByRole('button', {name: /그만하기|처음으로/});
    await leave.click();
    const before = await shown(page);
    assert.match(before, /20번 답했습니다/);

    const other = await page.context().newPage();
    const screens = async () => {
      const texts = [];
      for (const address of ['', 'docs/virtualization/', 'practice/']) {
        await other.goto(site.url(address));
        await enhanced(other);
        const marks = other.locator('[data-standing-of]:not(:empty)');
        await marks.first().waitFor({state: 'attached'});
        texts.push(...(await marks.allInnerTexts()));
      }
      texts.push(await shown(other));
      await other.getByRole('button', {name: '마지막 날에 볼 한 장'}).click();
      texts.push(await other.locator('.practice-app').innerText());
      await other.goto(site.url('practice/'));
      await shown(other);
      return texts;
    };
    const screensBefore = await screens();

    await page.reload();
    assert.equal(await shown(page), before);

    const download = page.waitForEvent('download');
    await page.getByRole('button', {name: '내보내기'}).click();
    const file = await (await download).path();

    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', {name: '모두 지우기'}).click();
    await page.getByText('아직 기록이 없습니다').waitFor();
    await other.getByText('아직 기록이 없습니다').waitFor();

    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', {name: '가져오기'}).click();
    await (await chooser).setFiles(file);
    await page.getByText('20번 답했습니다').first().waitFor();
    assert.equal(await shown(page), before);
    await other.getByText('20번 답했습니다').first().waitFor();
    assert.equal(await shown(other), before);
    assert.deepEqual(await screens(), screensBefore);
  });

  it('계획은 자판으로 친다: 다 치지 않은 날짜는 지워지지 않고, 초점은 제자리에 있고, 날마다의 수가 보인다', async () => {
    const page = await site.open('practice/', {timezoneId: 'Asia/Seoul'});
    const date = page.getByLabel('면접 날짜');
    await date.focus();
    const day = new Date(Date.now() + 9 * 3_600_000 + 7 * 86_400_000).toISOString().slice(0, 10);
    const [year = '', month = '', dayOfMonth = ''] = day.split('-');
    // The field takes them as the language of the browser orders them.
    const orders = [year + month + dayOfMonth, month + dayOfMonth + year];
    for (const digits of orders) {
      await date.fill('');
      // To its first part.
      await date.blur();
      await date.focus();
      await page.keyboard.type(digits);
      if ((await date.inputValue()) === day) {
        break;
      }
    }
    assert.equal(await date.inputValue(), day);
    // Not what the status says, which begins otherwise.
    await page.getByText(/^7일 남았습니다/).waitFor();
    await page.getByRole('status').filter({hasText: '7일 남았습니다'}).waitFor({state: 'attached'});
    const minutes = page.getByLabel('하루에');
    await minutes.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText(/^7일 남았습니다\. 하루 30분이면/).waitFor();
    assert.ok(await minutes.evaluate((field) => field === document.activeElement));
    await page.getByText('날마다 몇 개씩인지 보기').click();
    assert.equal(await page.locator('.practice-plan details li').count(), 7);
    await page.getByText('오늘 물을 질문 보기').click();
    assert.equal(await page.locator('.practice-today details li').count(), 20);
    await date.fill('2020-01-01');
    await page.getByText(/^면접 날짜는 오늘부터 반년 안에서/).waitFor();
    await page.reload();
    assert.equal(await date.inputValue(), day);
  });

  it('저장 공간이 가득 차면 한 번 알리고, 창이 열려 있는 동안은 그대로 쓴다', async () => {
    const page = await site.newPage();
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(site.url('practice/'));
    await begin(page);
    await open(page).click();
    await saidAll(page).click();
    await page.getByRole('alert').filter({hasText: '저장 공간이 가득'}).waitFor();
    await page.getByRole('button', {name: '그만하기'}).click();
    assert.match(await shown(page), /질문 1개에 1번 답했습니다/);
  });

  it('Safari에서는 이레 뒤에 지워진다는 것을, 열 번 답한 뒤에 한 번만 알린다', async () => {
    const page = await site.open('practice/', {
      ...phone,
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    });
    const notice = page.getByText('Safari는 이레 동안');
    await begin(page);
    for (let count = 0; count < 10; count += 1) {
      assert.equal(await notice.count(), 0);
      await open(page).click();
      await saidAll(page).click();
    }
    await page.getByRole('button', {name: '처음으로'}).click();
    await notice.waitFor();
    await page.reload();
    await page.locator('.practice-records').waitFor();
    assert.equal(await notice.count(), 0);
  });

  it('한 번 눌러 AI에게 줄 글을 복사하고, 아무 데도 보내지 않는다', async () => {
    const page = await site.newPage({permissions: ['clipboard-read', 'clipboard-write']});
    await page.goto(site.url('practice/'));
    await begin(page);
    await open(page).click();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.getByRole('button', {name: 'AI 면접관에게 이어서'}).click();
    await page.getByText('복사했습니다').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(text.includes(await question(page).innerText()) && text.includes('규칙'));
    assert.deepEqual(requests, []);
  });

  it('다른 판에서 답이 바뀌거나 질문이 사라져도 기록은 남고, 바뀐 것은 먼저 다시 묻는다', async () => {
    const page = await site.newPage();
    const [first, second, third] = questionsOf(latest);
    assert.ok(first && second && third);
    await page.goto(site.url(`practice/?page=${latest.pages[0]?.id}`));
    for (let count = 0; count < 3; count += 1) {
      await open(page).click();
      await saidAll(page).click();
    }
    await page.route(`**/${practiceFile(latest.version)}`, (route) => {
      const edited = structuredClone(latest);
      const questions = edited.pages[0]?.questions ?? [];
      questions.splice(1, 1);
      const [changed] = questions;
      if (changed) {
        changed.hash = 'ffffffff';
      }
      return route.fulfill({json: edited});
    });
    await page.goto(site.url('practice/'));
    assert.match(await shown(page), /질문 3개에 3번 답했습니다/);
    await page.getByLabel('하루에').selectOption('30');
    await begin(page);
    assert.equal(await question(page).innerText(), first.text);
    await page.getByText('답이 바뀌었습니다').waitFor();
    await page.unroute(`**/${practiceFile(latest.version)}`);
    await page.goto(site.url('practice/'));
    const mark = page.locator(`[data-standing-of="${second.id}"]`);
    await mark.filter({hasText: '단단함'}).waitFor();
  });

  it('저장을 막은 브라우저에서도 묻고, 한 번 알리고, 글은 그대로 읽힌다', async () => {
    const page = await site.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(site.url('practice/'));
    await page.getByRole('alert').filter({hasText: '저장하지 못하게 합니다'}).waitFor();
    await begin(page);
    await open(page).click();
    await saidAll(page).click();
    await page.getByRole('button', {name: '그만하기'}).click();
    assert.match(await shown(page), /질문 1개에 1번 답했습니다/);
    await page.goto(site.url('docs/virtualization/'));
    await page.locator('html[data-enhanced]').waitFor({state: 'attached'});
  });

  it('읽을 수 없는 기록은 빼고 알린다', async () => {
    const page = await site.open('practice/');
    await begin(page);
    await open(page).click();
    await saidAll(page).click();
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('kkori-practice', 1);
          request.addEventListener('success', () => {
            const transaction = request.result.transaction('events', 'readwrite');
            transaction.objectStore('events').put({id: 'broken', at: 'yesterday'});
            transaction.addEventListener('complete', resolve);
          });
        }),
    );
    await page.reload();
    await page.getByText('기록 1개를 읽을 수 없어').waitFor();
    assert.match(await shown(page), /질문 1개에 1번 답했습니다/);
  });

  it('자판만으로 묻고 표시하며, 화면 낭독기는 질문과 문장을 듣는다', async () => {
    const page = await site.open('practice/');
    await page.getByRole('button', {name: '시작하기'}).focus();
    await page.keyboard.press('Enter');
    const text = await question(page).innerText();
    const status = page.getByRole('status');
    await status.filter({hasText: text.slice(0, 12)}).waitFor({state: 'attached'});
    await page.keyboard.press('Enter');
    await status.filter({hasText: '답의 문장'}).waitFor({state: 'attached'});
    await page.keyboard.press('1');
    assert.equal(await page.locator('main').getByRole('checkbox').first().isChecked(), true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await open(page).waitFor();
    assert.notEqual(await question(page).innerText(), text);
  });

  it('질문 글마다 들어가는 문이 있고, 지도와 사이드바와 글의 표시가 밀지 않고 나타난다', async () => {
    const page = await site.open('docs/virtualization/');
    await page.getByRole('link', {name: '이 글의 질문 떠올려 보기'}).click();
    await open(page).click();
    await saidAll(page).click();
    for (const [address, ...places] of [
      ['docs/virtualization/', 'article', '.menu__link--active'],
      ['practice/', '.practice-list'],
    ] as const) {
      const shift = await shiftWhileLoading(page, async () => {
        await page.goto(site.url(address));
        for (const place of places) {
          await page.locator(`${place} [data-standing="firm"]`).first().waitFor();
        }
      });
      assert.ok(shift <= unnoticed, `${address}: ${shift}`);
    }
  });

  it('표시는 스크립트를 기다리지 않고 페이지와 함께 그려지며, 지도의 줄에도 있다', async () => {
    const page = await site.newPage();
    await page.goto(site.url(`practice/?page=${latest.pages[0]?.id}`));
    await open(page).click();
    await saidAll(page).click();
    await page.getByRole('button', {name: '그만하기'}).click();
    await page.route('**/assets/js/*', (route) => route.abort());
    await recordShifts(page);
    for (const [address, place] of [
      ['', 'main section li'],
      ['docs/virtualization/', '.menu__link--active'],
      ['docs/virtualization/', 'article'],
    ] as const) {
      await page.goto(site.url(address), {waitUntil: 'load'});
      const mark = page.locator(place).locator(`[data-standing-of="${latest.pages[0]?.id}"]`);
      assert.equal(await mark.first().innerText(), '단단함');
      const {width = 0} = (await mark.first().boundingBox()) ?? {};
      assert.ok(width > 5, address);
      assert.equal(await shiftsOf(page), 0, address);
    }
  });

  it('남은 수는 다시 볼 질문을 따로 세고, 문장에 표시하면 ‘표시한 만큼’이 두드러진다', async () => {
    const page = await site.open('practice/');
    await begin(page);
    const counter = page.locator('.practice-top > :first-child');
    const count = Number.parseInt(await counter.innerText());
    await open(page).click();
    // Not on a button, which would have another ground under it.
    await page.mouse.move(0, 0);
    const ground = (button: Locator) =>
      button.evaluate((element) => getComputedStyle(element).backgroundColor);
    const [loud, quiet] = [await ground(saidAll(page)), await ground(asMarked(page))];
    assert.notEqual(loud, quiet);
    const box = page.locator('main').getByRole('checkbox').first();
    await box.check();
    assert.deepEqual([await ground(saidAll(page)), await ground(asMarked(page))], [quiet, loud]);
    await box.uncheck();
    await asMarked(page).click();
    assert.equal(await counter.innerText(), `${count - 1}개 남음, 다시 1개`);
  });

  it('다르게 묻는 말은 묻는 꼴이면 물음표로 끝난다', () => {
    const wordings = questionsOf(latest).flatMap((one) => one.wordings);
    assert.ok(wordings.some((wording) => wording.endsWith('요?')));
    assert.deepEqual(
      wordings.filter((wording) => /(?:나요|까)$/.test(wording)),
      [],
    );
    // What one complains of, or bids, is no question.
    assert.deepEqual(
      wordings.filter((wording) => /(?:[보주]세|싶어)요\?$/.test(wording)),
      [],
    );
  });

  it('고대비에서도 아직, 흔들림, 단단함의 모양이 서로 다르다', async () => {
    const page = await site.open('practice/', {...phone, forcedColors: 'active'});
    await begin(page);
    for (const button of [saidAll(page), asMarked(page)]) {
      await open(page).click();
      await button.click();
    }
    await page.getByRole('button', {name: '그만하기'}).click();
    for (const address of ['', 'docs/virtualization/']) {
      const shapes = new Set<string>();
      for (const standing of ['new', 'shaky', 'firm']) {
        const mark =
          address === ''
            ? page.locator(`.practice-standings [data-standing="${standing}"]`)
            : page.locator(`.menu [data-standing="${standing}"]:visible`).first();
        const {x = 0, y = 0, height = 0} = (await mark.boundingBox()) ?? {};
        const clip = {x, y, width: 14, height};
        shapes.add((await page.screenshot({clip})).toString('base64'));
      }
      assert.equal(shapes.size, 3, address);
      await page.setViewportSize({width: 1280, height: 800});
      await page.goto(site.url('docs/virtualization/'));
    }
  });

  it('접근성 위반이 없고, 좁은 창에서 넘치지 않는다', async () => {
    for (const view of [
      {colorScheme: 'light'},
      {colorScheme: 'dark'},
      {forcedColors: 'active'},
    ] as const) {
      const page = await site.open('practice/', {...phone, ...view, reducedMotion: 'reduce'});
      const check = async () => {
        await settled(page);
        assert.deepEqual(await axeViolations(page), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      };
      await page.getByRole('button', {name: '시작하기'}).waitFor();
      await check();
      await begin(page);
      await check();
      await open(page).click();
      await check();
      await saidAll(page).click();
      await page.getByRole('button', {name: '그만하기'}).click();
      await page
        .getByLabel('면접 날짜')
        .fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
      await page.getByText('오늘 물을 질문 보기').click();
      await page.getByText('날마다 몇 개씩인지 보기').click();
      await check();
      await page.getByRole('button', {name: '마지막 날에 볼 한 장'}).click();
      await check();
    }
  });

  it('자바스크립트가 없으면 답으로 가는 질문의 목록이다', async () => {
    const page = await site.open('practice/', {javaScriptEnabled: false});
    const links = page.locator('.practice-list a');
    assert.equal(await links.count(), questionsOf(latest).length);
    assert.equal(await page.locator('.practice-app').isVisible(), false);
    await links.nth(1).click();
    await page.waitForURL(/docs\/.*#/);
  });

  it('묻는 코드는 압축해서 12KB까지이고 이 페이지에서만 받는다', async () => {
    const page = await site.open('practice/');
    await page.getByRole('button', {name: '시작하기'}).waitFor();
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({name}) => name)
        .filter((name) => /practice\.\w+\.js$/.test(name)),
    );
    assert.equal(scripts.length, 1);
    const bytes = brotliCompressSync(
      readFileSync(path.join(buildFolder, 'assets/js', path.basename(scripts[0] ?? ''))),
    ).length;
    assert.ok(bytes <= 12 * 1024, `${bytes}`);
    await page.goto(site.url('docs/virtualization/'));
    await page.locator('html[data-enhanced]').waitFor({state: 'attached'});
    const others = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({name}) => name),
    );
    assert.ok(others.every((name) => !name.includes('practice')));
  });
});
