import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {readGuide} from './readGuide.ts';

const read = (markdown: string) => readGuide(markdown, 'https://github.com/a/b');

describe('기여 안내 페이지', () => {
  it('제목, 첫 문단, 차례를 읽고, 제목에 GitHub과 같은 id를 단다', () => {
    const {title, description, toc, html} = read('# 안내\n\n**고맙습니다**.\n\n## 글 고치기: 웹\n');
    assert.equal(title, '안내');
    assert.equal(description, '고맙습니다.');
    assert.deepEqual(toc, [{id: '글-고치기-웹', value: '글 고치기: 웹', level: 2}]);
    assert.match(html, /<h2 id="글-고치기-웹">/);
  });

  it('파일의 링크는 저장소로 가고, 바깥과 페이지 안의 링크는 그대로다', () => {
    const {html} = read('# 안내\n\n[가](LICENSE) [나](https://a.test/) [다](#id)');
    assert.match(html, /href="https:\/\/github\.com\/a\/b\/blob\/main\/LICENSE"/);
    assert.match(html, /href="https:\/\/a\.test\/".*href="#id"/);
  });

  it('주석은 보이지 않고, 코드 안의 꺾쇠는 글자로 보인다', () => {
    const {html} = read('# 안내\n\n<!-- 숨은 말 -->\n\n```md\n<script>\n```\n');
    assert.doesNotMatch(html, /숨은 말|<script>/);
    assert.match(html.replace(/<[^>]*>/g, ''), /&lt;script/);
  });

  it('제목이 없거나, 사이트에서 사라질 HTML이 있으면 알린다', () => {
    assert.throws(() => read('안내'), /제목\(# …\)으로 시작해야/);
    assert.throws(() => read('# 안내\n\n글\n\n<div>상자</div>'), /CONTRIBUTING\.md:5 주석이 아닌/);
  });
});
