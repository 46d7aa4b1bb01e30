import {bring} from './bring';

/** Asks the reader the questions of the page. */
export default bring(
  'practice',
  async () => (await import('./practice/index')).practiseIn,
  '떠올려 보기를 불러오지 못했습니다. 인터넷 연결을 확인해 주세요. 아래의 질문은 그대로 읽을 수 있습니다.',
);
