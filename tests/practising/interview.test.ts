import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {brotliCompressSync} from 'node:zlib';

import type {Page} from 'playwright-core';

import {headersFile, parseHeaders} from '../../lib/node/headersFile.ts';
import {practiceFile, questionsOf, type PracticeSet} from '../../lib/practice/practiceSet.ts';
import {axeViolations, buildFolder, enhanced, settled, useSite, versions} from '../site.ts';

const set = JSON.parse(
  readFileSync(path.join(buildFolder, practiceFile(versions[0])), 'utf8'),
) as PracticeSet;
const questions = questionsOf(set);
const phone = {viewport: {width: 360, height: 740}, hasTouch: true};
const code = '#s=7F3A';

const named = (page: Page, name: string | RegExp) => page.getByRole('button', {name, exact: true});
const asked = (page: Page) => page.locator('.practice-question').innerText();
const start = (page: Page) => named(page, '면접 시작').click();

/** How many sheets of A4 the page prints on, with the margins that a browser leaves. */
async function sheetsOf(page: Page): Promise<number | undefined> {
  const margin = {top: '10mm', right: '10mm', bottom: '10mm', left: '10mm'};
  const pdf = await page.pdf({format: 'A4', margin});
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
}

/** Answers one question, with none of its sentences, one of them, or all. */
async function answer(page: Page, said: 'none' | 'one' | 'all'): Promise<void> {
  await named(page, '답했어요').click();
  if (said === 'one') {
    await page.locator('main').getByRole('checkbox').first().check();
  }
  await named(page, said === 'all' ? '모두 말했어요' : '표시한 만큼').click();
}

/** The question that was asked in these words. */
function questionAskedAs(words: string) {
  const plain = (text: string) => text.replaceAll('`', '').replace(/\s+/g, ' ');
  const found = questions.filter(({wordings}) =>
    wordings.some(
      (wording) => plain(words).replace(/^‘|’에 대해 말해 주세요\.$/g, '') === plain(wording),
    ),
  );
  assert.ok(found.length > 0, words);
  return found;
}

describe('모의 면접', () => {
  const site = useSite();

  it('제목이 아닌 말로 다섯 줄기를 셋씩까지 묻고, 결과가 종이 한 장이며, 기록에 남는다', async () => {
    const page = await site.open('interview/');
    const requests: string[] = [];
    await start(page);
    page.on('request', (request) => requests.push(request.url()));
    const words: string[] = [];
    while (await named(page, '답했어요').isVisible()) {
      words.push((await asked(page)).replace(/\s+/g, ' '));
      await answer(page, words.length % 3 === 0 ? 'all' : words.length % 3 === 1 ? 'none' : 'one');
    }
    assert.ok(words.length >= 5 && words.length <= 15, `${words.length}`);
    assert.equal(new Set(words).size, words.length);
    for (const each of words) {
      assert.ok(questionAskedAs(each).every(({text}) => text !== each));
    }
    const results = page.locator('.interview-results > li');
    assert.equal(await results.count(), words.length);
    await page.getByRole('heading', {name: '면접 결과'}).waitFor();
    assert.ok((await results.first().locator('.practice-sources a').count()) > 0);
    assert.ok((await page.locator('.interview-reading a').count()) > 0);
    assert.equal(await sheetsOf(page), 1);
    assert.deepEqual(requests, []);
    await page.goto(site.url('practice/'));
    await page.getByText(`${words.length}번 답했습니다`).first().waitFor();
  });

  it('스무 문장쯤 빠뜨린 결과는 문장을 자르지 않고 종이 한 장이며, 읽을 글이 먼저 보인다', async () => {
    const page = await site.open('interview/', phone);
    await start(page);
    let missed = 0;
    while (await named(page, '답했어요').isVisible()) {
      await named(page, '답했어요').click();
      const boxes = page.locator('main').getByRole('checkbox');
      const units = await boxes.count();
      for (let place = missed < 21 ? 2 : 0; place < units; place += 1) {
        await boxes.nth(place).check();
      }
      missed += missed < 21 ? 2 : 0;
      await named(page, '표시한 만큼').click();
    }
    assert.equal(await page.locator('.interview-missed li').count(), missed);
    assert.ok(missed >= 20, `${missed}`);
    const {y = 740} = (await page.getByRole('heading', {name: '다시 읽을 글'}).boundingBox()) ?? {};
    assert.ok(y < 740);
    assert.equal(await sheetsOf(page), 1);
    // As wide as the paper between its margins.
    await page.setViewportSize({width: 718, height: 1047});
    await page.emulateMedia({media: 'print'});
    const cut = await page
      .locator('.interview-missed li')
      .evaluateAll((items) => items.filter((item) => item.scrollWidth > item.clientWidth).length);
    assert.equal(cut, 0);
  });

  it('시계는 보이고, 멈출 수 있고, 10초 전과 끝을 화면 낭독기에 알린다', async () => {
    const page = await site.open('interview/');
    await page.getByLabel('답할 시간').selectOption('30');
    await page.clock.install();
    await start(page);
    const seconds = page.locator('.interview-seconds');
    await page.clock.fastForward(10_000);
    await page.clock.runFor(500);
    assert.match(await seconds.innerText(), /^(19|20)초$/);
    await named(page, '잠깐 멈춤').click();
    const held = await seconds.innerText();
    await page.clock.runFor(20_000);
    assert.equal(await seconds.innerText(), held);
    await named(page, '이어서').click();
    const status = page.getByRole('status');
    await page.clock.runFor(11_000);
    assert.equal(await status.innerText(), '10초 남았습니다');
    await page.clock.runFor(10_000);
    assert.match(await status.innerText(), /^시간이 다 되었습니다/);
    await named(page, '답했어요').click();
    assert.match(await page.locator('.practice-hint').innerText(), /^3\d초 답했습니다/);
    await page.reload();
    await named(page, '면접 시작').waitFor();
    assert.equal(await page.getByLabel('답할 시간').inputValue(), '30');
  });

  it('10분을 고르면 10분이 지난 뒤의 질문이 마지막이다', async () => {
    const page = await site.open('interview/');
    await page.getByLabel('길이').selectOption('10분');
    await page.clock.install();
    await start(page);
    await page.getByText('10분 남음', {exact: true}).waitFor();
    await page.clock.fastForward(601_000);
    for (let count = 0; count < 3 && (await named(page, '답했어요').isVisible()); count += 1) {
      await answer(page, 'none');
    }
    await page.getByRole('heading', {name: '면접 결과'}).waitFor();
  });

  it('녹음은 누를 때만 시작하고, 답의 문장 옆에서 Web Audio로 들으며, 정책을 어기지 않는다', async () => {
    const page = await site.newPage();
    await page.addInitScript(() => {
      // A tone in the place of a voice: what follows is the browser's own.
      Object.assign(window, {asked: 0, violations: []});
      const heard = window as unknown as {asked: number; violations: string[]};
      navigator.mediaDevices.getUserMedia = () => {
        heard.asked += 1;
        const context = new AudioContext();
        const tone = context.createOscillator();
        const destination = context.createMediaStreamDestination();
        tone.connect(destination);
        tone.start();
        return context.resume().then(() => destination.stream);
      };
      addEventListener('securitypolicyviolation', ({violatedDirective}) =>
        heard.violations.push(violatedDirective),
      );
    });
    const counted = (name: 'asked' | 'violations') =>
      page.evaluate((key) => (window as unknown as Record<string, unknown>)[key], name);
    await page.goto(site.url('interview/'));
    await start(page);
    await answer(page, 'all');
    assert.equal(await counted('asked'), 0);
    await named(page, '녹음').click();
    await named(page, '녹음 중').waitFor();
    // Long enough to hold a sound.
    await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 1.2);
    await named(page, '답했어요').click();
    await named(page, '내 답 듣기').click();
    await page.getByRole('button', {name: /^멈춤 \(\d+초\)/}).waitFor();
    assert.ok(await page.locator('.practice-units').isVisible());
    await named(page, '모두 말했어요').click();
    assert.equal(await counted('asked'), 1);
    await named(page, '그만하기').click();
    await named(page, '내 답 듣기').waitFor();
    assert.deepEqual(await counted('violations'), []);
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    assert.ok(!kept.includes('audio'));
    await page.reload();
    await named(page, '면접 시작').waitFor();
    assert.equal(await named(page, '내 답 듣기').count(), 0);

    // The candidate of two, up to the last question.
    await page.goto(site.url(`interview/${code}`));
    await named(page, '지원자로').click();
    for (let chain = 1; chain < 5; chain += 1) {
      await named(page, '다음 질문').click();
    }
    await named(page, '녹음').click();
    await named(page, '녹음 중').waitFor();
    await named(page, '마치기').click();
    await page.getByRole('heading', {name: '수고하셨습니다'}).waitFor();
    await named(page, '내 답 듣기').waitFor();
  });

  it('마이크는 이 페이지만 쓸 수 있고, 거절하거나 없어도 면접은 이어진다', async () => {
    const allows = (page: Page) =>
      page.evaluate(() =>
        (
          document as unknown as {featurePolicy: {allowsFeature: (name: string) => boolean}}
        ).featurePolicy.allowsFeature('microphone'),
      );
    const page = await site.open('docs/virtualization/');
    assert.equal(await allows(page), false);
    await page.goto(site.url('practice/'));
    assert.equal(await allows(page), false);
    // By its links, both ways: each is a whole new document.
    await page.locator('main').getByRole('link', {name: '모의 면접'}).click();
    await named(page, '면접 시작').waitFor();
    assert.equal(await allows(page), true);
    const rules = parseHeaders(readFileSync(path.join(buildFolder, headersFile), 'utf8'));
    assert.deepEqual(
      rules
        .filter(({headers}) => /microphone=\(self\)/.test(headers['Permissions-Policy'] ?? ''))
        .map((rule) => rule.path),
      ['/interview/*'],
    );
    const written = rules.flatMap(({headers}) => headers['Content-Security-Policy'] ?? []);
    assert.equal(new Set(written).size, 1);
    const policies = await Promise.all(
      ['interview/', 'docs/virtualization/'].map(async (address) =>
        (await fetch(site.url(address))).headers.get('content-security-policy'),
      ),
    );
    assert.equal(policies[0], policies[1]);
    assert.doesNotMatch(policies[0] ?? '', /media-src|blob:/);
    await start(page);
    await named(page, '녹음').click();
    await page.getByRole('status').filter({hasText: '마이크를 쓸 수 없습니다'}).waitFor();
    await answer(page, 'all');
    await named(page, '그만하기').click();
    await named(page, '처음으로').click();
    await page.locator('main').getByRole('link', {name: '떠올려 보기'}).click();
    await named(page, '시작하기').or(named(page, '조금 더 하기')).waitFor();
    assert.equal(await allows(page), false);
  });

  it('한국어 목소리가 있을 때만 소리로 묻기를 보여 주고, 다 읽은 뒤에 시계가 간다', async () => {
    const silent = await site.open('interview/');
    await named(silent, '면접 시작').waitFor();
    assert.equal(await silent.getByLabel('질문을 소리로 듣기').isVisible(), false);
    const page = await site.newPage();
    await page.addInitScript(() => {
      const spoken: {text: string; lang: string; dispatchEvent: (event: Event) => void}[] = [];
      Object.assign(window, {spoken});
      window.SpeechSynthesisUtterance = class extends EventTarget {
        lang = '';
        text: string;
        constructor(text: string) {
          super();
          this.text = text;
        }
      } as unknown as typeof SpeechSynthesisUtterance;
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          getVoices: () => [{lang: 'ko-KR', localService: true}],
          speak: (utterance: (typeof spoken)[number]) => spoken.push(utterance),
          cancel() {},
        },
      });
    });
    await page.goto(site.url('interview/'));
    await page.getByLabel('질문을 소리로 듣기').check();
    await start(page);
    const said = await page.evaluate(() => {
      const {spoken} = window as unknown as {spoken: {text: string; lang: string}[]};
      return spoken.map(({text, lang}) => `${lang} ${text}`);
    });
    assert.deepEqual(said, [`ko-KR ${(await asked(page)).replace(/\s+/g, ' ')}`]);
    assert.equal(await page.locator('.interview-clock progress').getAttribute('value'), '0');
    await page.evaluate(() => {
      const {spoken} = window as unknown as {spoken: EventTarget[]};
      spoken[0]?.dispatchEvent(new Event('end'));
    });
    await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0);
  });

  it('길을 고른 코드를 받아 적어도 같은 질문이다', async () => {
    const maker = await site.open('interview/', phone);
    await maker.getByLabel('준비하는 길').selectOption('보안');
    await named(maker, '새 코드 만들기').click();
    const shared = (await maker.getByRole('heading', {name: '코드'}).innerText()).replace(
      '코드 ',
      '',
    );
    await named(maker, '면접관으로').click();
    const taker = await site.open('interview/');
    await taker.getByLabel('받은 코드').fill(shared.toLowerCase());
    await named(taker, '이 코드로 들어가기').click();
    await named(taker, '지원자로').click();
    assert.equal(await asked(taker), await asked(maker));
    const ofTrack = new Set(
      set.pages.filter(({tracks}) => tracks.includes('보안')).flatMap((page) => page.questions),
    );
    assert.ok(
      questionAskedAs((await asked(taker)).replace(/\s+/g, ' ')).some((one) => ofTrack.has(one)),
    );
  });

  it('같은 코드면 두 브라우저가 같은 질문을 같은 말로 묻고, 지원자의 페이지에는 답이 없다', async () => {
    const candidate = await site.open(`interview/${code}`, phone);
    await named(candidate, '지원자로').click();
    const interviewer = await site.open('interview/');
    await interviewer.getByLabel('받은 코드').fill('7f3a');
    await named(interviewer, '이 코드로 들어가기').click();
    await named(interviewer, '면접관으로').click();
    const words = async (page: Page) => (await asked(page)).replace(/\s+/g, ' ');
    for (let chain = 1; chain <= 5; chain += 1) {
      const heading = await words(candidate);
      assert.equal(await words(interviewer), heading);
      const [question] = questionAskedAs(heading);
      const boxes = interviewer.locator('main').getByRole('checkbox');
      assert.equal(await boxes.count(), question?.units.length);
      assert.ok((await interviewer.locator('.practice-sources a').count()) > 0);
      const dom = await candidate.evaluate(() => document.documentElement.textContent);
      for (const {units} of questions) {
        assert.ok(units.every((unit) => !dom.includes(unit.replaceAll('`', ''))));
      }
      await named(candidate, chain < 5 ? '다음 질문' : '마치기').click();
      await boxes.first().check();
      await named(interviewer, chain === 1 ? '표시한 만큼' : '이 주제는 여기까지').click();
      if (chain === 1) {
        await interviewer.getByText('방금 빠뜨린 것에서').waitFor();
        await named(interviewer, '이 주제는 여기까지').click();
      }
    }
    await candidate.getByRole('heading', {name: '수고하셨습니다'}).waitFor();
    const download = interviewer.waitForEvent('download');
    await named(interviewer, '지원자의 기록으로 내보내기').click();
    const file = await (await download).path();
    await interviewer.goto(site.url('practice/'));
    await interviewer.getByText('아직 기록이 없습니다').waitFor();
    await candidate.goto(site.url('practice/'));
    const chooser = candidate.waitForEvent('filechooser');
    await named(candidate, '가져오기').click();
    await (await chooser).setFiles(file);
    await candidate.getByText('6번 답했습니다').first().waitFor();
  });

  it('면접관 자료는 다섯 줄기를 다섯 장에 담고, 마지막 날의 것은 한 장이다, 자바스크립트 없이도', async () => {
    const scripted = await site.open(`interview/${code}`);
    await named(scripted, '면접관 자료 인쇄').click();
    assert.equal(await scripted.locator('.practice-chain').count(), 5);
    assert.equal(await sheetsOf(scripted), 5);
    const page = await site.open('interview/', {javaScriptEnabled: false});
    await page.getByText('자바스크립트가 필요합니다').waitFor();
    await page.locator('main').getByRole('link', {name: '면접관 자료'}).click();
    await page.waitForURL(/interview\/sheet/);
    assert.equal(await page.locator('.practice-chain').count(), 5);
    assert.ok((await page.locator('.practice-ticks li').count()) > 50);
    assert.equal(await sheetsOf(page), 5);
    await page.goto(site.url('practice/'));
    await page.getByRole('link', {name: '마지막 날에 볼 한 장'}).click();
    assert.equal(await page.locator('.practice-sheet-list > li').count(), 20);
    assert.equal(await sheetsOf(page), 1);
  });

  it('자판만으로 면접을 본다', async () => {
    const page = await site.open('interview/');
    await named(page, '면접 시작').focus();
    await page.keyboard.press('Enter');
    const first = await asked(page);
    const status = page.getByRole('status');
    await status.filter({hasText: first.split('\n')[0]}).waitFor({state: 'attached'});
    await page.keyboard.press('Enter');
    await status.filter({hasText: '답의 문장'}).waitFor({state: 'attached'});
    await page.keyboard.press('1');
    assert.equal(await page.locator('main').getByRole('checkbox').first().isChecked(), true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await named(page, '답했어요').waitFor();
    assert.notEqual(await asked(page), first);
    const stop = named(page, '그만하기');
    for (let count = 0; count < 8; count += 1) {
      if (await stop.evaluate((button) => button === document.activeElement)) {
        break;
      }
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', {name: '면접 결과'}).waitFor();
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    assert.equal(focused, '면접 결과');
  });

  for (const view of [
    {colorScheme: 'light'},
    {colorScheme: 'dark'},
    {forcedColors: 'active'},
  ] as const) {
    it(`접근성 위반이 없고 360px에서 넘치지 않는다 (${Object.values(view).join()})`, async () => {
      const page = await site.open('interview/', {...phone, ...view, reducedMotion: 'reduce'});
      const check = async () => {
        await settled(page);
        assert.deepEqual(await axeViolations(page), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      };
      await named(page, '면접 시작').waitFor();
      await check();
      await start(page);
      await check();
      await named(page, '답했어요').click();
      await check();
      await named(page, '표시한 만큼').click();
      await named(page, '그만하기').click();
      await check();
      await page.goto(site.url(`interview/${code}`));
      await page.reload();
      await named(page, '면접관으로').waitFor();
      await check();
      await named(page, '면접관으로').click();
      await check();
      await page.goto(site.url('interview/sheet/'));
      await enhanced(page);
      await check();
    });
  }

  it('면접의 코드는 압축해서 14KB까지이고 이 페이지에서만 받는다', async () => {
    const scriptsOf = (page: Page) =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({name}) => name)
          .filter((name) => /(interview|practice)\.\w+\.js$/.test(name)),
      );
    const page = await site.open('interview/');
    await named(page, '면접 시작').waitFor();
    const [script = '', ...others] = await scriptsOf(page);
    assert.deepEqual(others, []);
    const bytes = brotliCompressSync(
      readFileSync(path.join(buildFolder, 'assets/js', path.basename(script))),
    ).length;
    assert.ok(bytes <= 14 * 1024, `${bytes}`);
    await page.goto(site.url('docs/virtualization/'));
    await enhanced(page);
    assert.deepEqual(await scriptsOf(page), []);
  });
});
